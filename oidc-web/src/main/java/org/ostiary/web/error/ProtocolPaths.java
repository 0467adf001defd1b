package org.ostiary.web.error;

import java.util.List;

/** The paths where programs ask and not people, who are sent to some endpoints of the protocol. */
final class ProtocolPaths {
    private static final List<String> FOLDERS = List.of("/api", "/.well-known", "/health", "/metrics", "/jwks.json");

    private static final List<String> FOR_PEOPLE = List.of("/api/oidc/authorization", "/api/oidc/end-session");

    private ProtocolPaths() {}

    static boolean contain(String path) {
        return FOLDERS.stream().anyMatch(folder -> below(folder, path))
                && FOR_PEOPLE.stream().noneMatch(folder -> below(folder, path));
    }

    /** Whether administrators' programs ask there, who read problems as RFC 9457 has them. */
    static boolean areOfAdministrators(String path) {
        return below("/api/admin", path);
    }

    private static boolean below(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
