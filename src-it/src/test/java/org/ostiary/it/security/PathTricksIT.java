package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;

/** Another spelling of a path is another path, or none: nothing is opened by it. */
@OnEveryServer
class PathTricksIT {
    private static final List<String> SOURCES = List.of(
            "<web-app",
            "ui:composition",
            "faces-config",
            "Manifest-Version",
            "persistence-unit",
            "#{",
            "root:x:",
            "org.ostiary");

    private final OstiaryServer server;

    PathTricksIT(OstiaryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jwks.json;x=1",
                "//jwks.json",
                "/./jwks.json",
                "/x/../jwks.json",
                "/jwks.json%2f",
                "/%2fjwks.json",
                "/api%2foidc%2ftoken",
                "/api%252foidc/token",
                "/api/..;/jwks.json",
                "/..;/jwks.json",
                "/jwks.json.",
                "/JWKS.JSON",
                "/api/OIDC/token",
                "/Api/oidc/token",
                "/api/oidc/token.",
                "/api/oidc/token;a",
                "/api/oidc//token",
                "/api/oidc/./token",
                "/api/oidc/x/../token",
                "/api/oidc/%74oken/..",
                "/api\\oidc\\token",
                "/login.xhtml/",
                "/login.xhtml%20",
                "/login.XHTML",
                "/login.jsf",
                "/faces/login.xhtml",
                "/.well-known/openid-configuration/x",
                "/.well-known//openid-configuration",
                "/admin%2fapi",
                "/health/live/x",
                "/api/oidc/application.wadl",
                "/health",
                "/openapi",
                "/metrics",
                "/assets",
                "/assets/",
                "/assets/..",
                "/error"
            })
    @DisplayName("W14: other spellings of our paths are not found")
    void findsNothingElsewhere(String path) {
        RawAnswer answer = get(path);
        assertThat(answer.status()).as(path).isIn(400, 403, 404);
        assertNothingShown(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/",
                "/WEB-INF",
                "/web-inf/web.xml",
                "/WEB-INF/web.xml/",
                "/WEB-INF./web.xml",
                "/WEB%2DINF/web.xml",
                "/%57EB-INF/web.xml",
                "/./WEB-INF/web.xml",
                "//WEB-INF/web.xml",
                "/x/../WEB-INF/web.xml",
                "/;/WEB-INF/web.xml",
                "/WEB-INF;/web.xml",
                "/WEB-INF/pages/frame.xhtml",
                "/web-inf/pages/frame.xhtml",
                "/WEB-INF/faces-config.xml",
                "/WEB-INF/classes/",
                "/META-INF/MANIFEST.MF",
                "/meta-inf/maven/",
                "/META-INF/",
                "/assets/../WEB-INF/web.xml",
                "/assets/..%2fWEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/..%2f..%2f..%2fetc/passwd",
                "/../../../etc/passwd",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/WEB-INF/web.xml.xhtml?con=../",
                "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
                "/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces",
                "/javax.faces.resource/x.xhtml?ln=..",
                "/%6Aakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
                "/login.xhtml?jakarta.faces.resource=x"
            })
    @DisplayName("W14: nothing of the archive, of the file system or of Faces' resources is given away")
    void givesNoFileAway(String path) {
        RawAnswer answer = get(path);
        assertThat(answer.status()).as(path).isIn(400, 403, 404);
        assertNothingShown(answer);
    }

    @Test
    @DisplayName("W14: nothing redirects to another spelling")
    void redirectsNowhere() {
        for (String path : List.of(
                "/assets", "/api", "/api/oidc", "/.well-known", "/WEB-INF", "/health", "/login", "/jwks.json/")) {
            assertThat(get(path).head()).as(path).doesNotContain("\r\nLocation:");
        }
    }

    @Test
    @DisplayName("W14: where Payara resolves a path before it asks us, it leads to our front page at most")
    void leadsHomeAtMost() {
        for (String path : List.of("/assets/..;/WEB-INF/web.xml", "/assets/..;/x")) {
            RawAnswer answer = get(path);
            assertThat(answer.status()).as(path).isIn(301, 302, 400, 404);
            assertThat(answer.head())
                    .doesNotContainPattern("\r\nLocation: (?!http://localhost:" + server.port() + "/\r)");
            assertThat(answer.body()).doesNotContain(SOURCES);
        }
    }

    private static void assertNothingShown(RawAnswer answer) {
        assertThat(answer.body()).doesNotContain(SOURCES);
        assertThat(answer.head()).doesNotContain("\r\nLocation:").doesNotContain("\r\nSet-Cookie:");
    }

    private RawAnswer get(String path) {
        return RawHttp.exchange(
                server.port(),
                "GET " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
    }
}
