package org.ostiary.web.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.ScopeView;

class ScopeLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"openid", "profile", "email", "address", "phone", "groups", "offline_access"})
    @DisplayName("OIDC Core 1.0 5.4: the scopes of the specification are put into words")
    void putsKnownScopesIntoWords(String scope) {
        ScopeLine line = ScopeLine.of(new ScopeView(scope, false));

        assertThat(line.described()).isTrue();
        assertThat(line.words()).contains(" ").doesNotContain("_", "{");
    }

    @Test
    void showsAnUnknownScopeByItsName() {
        ScopeLine line = ScopeLine.of(new ScopeView("urn:example:read", true));

        assertThat(line).isEqualTo(new ScopeLine("urn:example:read", false, true));
    }

    @Test
    @DisplayName("RFC 8707, OIDC Core 5.5: resource servers and single claims are put into words, and clipped")
    void putsResourcesAndClaimsIntoWords() {
        assertThat(ScopeLine.of(new ScopeView("aud:https://api.test", false)).words())
                .isEqualTo("Act for you at https://api.test");
        assertThat(ScopeLine.of(new ScopeView("claim:birthdate", true)).words()).isEqualTo("See your date of birth");
        assertThat(ScopeLine.of(new ScopeView("claim:shoesize", true)).words()).isEqualTo("See shoesize");
        assertThat(ScopeLine.of(new ScopeView("aud:" + "x".repeat(1_000), false))
                        .words())
                .hasSizeLessThan(150);
    }

    @Test
    void clipsAnUnknownScope() {
        assertThat(ScopeLine.of(new ScopeView("x".repeat(1_000), false)).words())
                .hasSize(100);
    }
}
