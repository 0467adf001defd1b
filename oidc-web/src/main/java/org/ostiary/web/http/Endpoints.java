package org.ostiary.web.http;

import java.util.Map;

/** What paths are called where requests are counted: a few names, whatever is asked for. */
final class Endpoints {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("/api/oidc/authorization", "authorization"),
            Map.entry("/api/oidc/authorization/resume", "resume"),
            Map.entry("/api/oidc/token", "token"),
            Map.entry("/api/oidc/userinfo", "userinfo"),
            Map.entry("/api/oidc/introspection", "introspection"),
            Map.entry("/api/oidc/revocation", "revocation"),
            Map.entry("/api/oidc/pushed-authorization-request", "pushed-authorization-request"),
            Map.entry("/api/oidc/end-session", "end-session"),
            Map.entry("/jwks.json", "jwks"),
            Map.entry("/login.xhtml", "login"),
            Map.entry("/consent.xhtml", "consent"),
            Map.entry("/metrics", "metrics"));

    private static final Map<String, String> FOLDERS = Map.of(
            "/.well-known/", "metadata",
            "/health/", "health",
            "/account/", "account",
            "/admin/", "admin",
            "/api/admin/", "admin-api",
            "/assets/", "assets");

    private Endpoints() {}

    /** The name of a path below the issuer. */
    static String name(String path) {
        String name = NAMES.get(path);
        if (name != null) {
            return name;
        }
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            if ((path + "/").startsWith(folder.getKey())) {
                return folder.getValue();
            }
        }
        return path.endsWith(".xhtml") ? "page" : "other";
    }
}
