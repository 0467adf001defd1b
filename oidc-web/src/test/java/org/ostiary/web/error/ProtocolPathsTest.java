package org.ostiary.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/oidc/token",
                "/api/oidc/pushed-authorization-request",
                "/api",
                "/.well-known/none",
                "/jwks.json",
                "/health/ready"
            })
    void programsReadJson(String path) {
        assertThat(ProtocolPaths.contain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login.xhtml", "/apis", "/nothing/api/", "/jwks.json.txt", "/assets/none"})
    void peopleReadAPage(String path) {
        assertThat(ProtocolPaths.contain(path)).isFalse();
    }
}
