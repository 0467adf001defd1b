package org.ostiary.web.error;

import java.util.List;

/** The paths where programs ask and not people, who are sent to the authorization endpoint. */
final class ProtocolPaths {
    private static final List<String> FOLDERS = List.of("/api", "/.well-known", "/health", "/jwks.json");

    private static final String FOR_PEOPLE = "/api/oidc/authorization";

    private ProtocolPaths() {}

    static boolean contain(String path) {
        return FOLDERS.stream().anyMatch(folder -> below(folder, path)) && !below(FOR_PEOPLE, path);
    }

    private static boolean below(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
