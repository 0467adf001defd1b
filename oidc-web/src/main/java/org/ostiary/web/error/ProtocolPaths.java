package org.ostiary.web.error;

import java.util.List;

/** The paths where programs ask and not people. */
final class ProtocolPaths {
    private static final List<String> FOLDERS = List.of("/api", "/.well-known", "/health", "/jwks.json");

    private ProtocolPaths() {}

    static boolean contain(String path) {
        return FOLDERS.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }
}
