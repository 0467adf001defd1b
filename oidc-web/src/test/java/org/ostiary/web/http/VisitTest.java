package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.web.fixture.SampleConfig;
import org.ostiary.web.fixture.SampleRequest;

class VisitTest {

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}: {2}")
    @DisplayName("F03, ASVS 3.5.1: a form comes from a page of ours")
    @CsvSource({
        "same-origin,,true",
        "same-origin,null,true",
        "same-site,https://id.example.org,false",
        "cross-site,https://id.example.org,false",
        "none,,false",
        "Same-Origin,,false",
        ",,true",
        ",https://id.example.org,true",
        ",https://evil.test,false",
        ",null,false",
        ",https://id.example.org.evil.test,false",
        ",http://id.example.org,false",
        ",https://id.example.org/,false",
        ",https://id.example.org:443,false"
    })
    void knowsItsOwnForms(@Nullable String site, @Nullable String origin, boolean ours) {
        SampleRequest request = SampleRequest.post("/login.xhtml");
        if (site != null) {
            request.with("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.with("Origin", origin);
        }
        assertThat(visit("https://id.example.org", request).sameOriginPost()).isEqualTo(ours);
    }

    @Test
    @DisplayName("An Origin has no path, whatever path the issuer has")
    void comparesOrigins() {
        assertThat(visit("https://example.org/id", SampleRequest.post("/").with("Origin", "https://example.org"))
                        .sameOriginPost())
                .isTrue();
    }

    @Test
    void writesPathsBelowTheIssuer() {
        assertThat(visit("https://example.org/id", SampleRequest.get("/")).path("/login.xhtml"))
                .isEqualTo("/id/login.xhtml");
        assertThat(visit("https://id.example.org", SampleRequest.get("/")).path("/login.xhtml"))
                .isEqualTo("/login.xhtml");
    }

    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, because each test has a request of its own.
    private static Visit visit(String issuer, SampleRequest request) {
        Visit visit = new Visit();
        visit.config = SampleConfig.of(issuer);
        visit.request = request.build();
        return visit;
    }
}
