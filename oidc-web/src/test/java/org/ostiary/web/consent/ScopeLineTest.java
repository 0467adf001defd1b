package org.ostiary.web.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.consent.AskedItem.Known;

class ScopeLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"openid", "profile", "email", "address", "phone", "groups", "offline_access"})
    @DisplayName("OIDC Core 1.0 5.4: the scopes of the specification are put into words")
    void putsKnownScopesIntoWords(String scope) {
        ScopeLine line = line(item(scope, Known.NEW));

        assertThat(line.described()).isTrue();
        assertThat(line.words()).contains(" ").doesNotContain("_", "{");
    }

    @Test
    void showsAnUnknownScopeByItsNameAndWhatItReleases() {
        ScopeLine line = line(item("urn:example:read", Known.NEW, "room_number"));

        assertThat(line.words()).isEqualTo("urn:example:read");
        assertThat(line.described()).isFalse();
        assertThat(line.claims()).isEqualTo("room_number");
    }

    @Test
    @DisplayName("RFC 8707, OIDC Core 5.5: resource servers and single claims are put into words, and clipped")
    void putsResourcesAndClaimsIntoWords() {
        assertThat(line(item("aud:https://api.test", Known.NEW)).words()).isEqualTo("Act for you at https://api.test");
        assertThat(line(item("claim:birthdate", Known.NEW)).words()).isEqualTo("See your date of birth");
        assertThat(line(item("claim:shoesize", Known.NEW)).words()).isEqualTo("See shoesize");
        assertThat(line(item("aud:" + "x".repeat(1_000), Known.NEW)).words()).hasSizeLessThan(150);
    }

    @Test
    void clipsAnUnknownScope() {
        assertThat(line(item("x".repeat(1_000), Known.NEW)).words()).hasSize(100);
    }

    @Test
    @DisplayName("S35: the claims that a scope releases are told in words")
    void tellsTheClaims() {
        assertThat(line(item("email", Known.NEW, "email", "email_verified")).claims())
                .isEqualTo("your email address, whether your email address was verified");
        assertThat(line(item("groups", Known.NEW, "groups")).claims()).isEmpty();
    }

    @Test
    @DisplayName("S35: each thing has a box of its own name; the name of a server may hold spaces, an id not")
    void namesTheBox() {
        ScopeLine line = line(item("aud:my api", Known.NEW));
        assertThat(line.field()).isEqualTo("allow-aud:my api");
        assertThat(line.id()).isEqualTo("allow-aud:my_api");
    }

    @Test
    @DisplayName("S01, S35: what is new, known, refused or required is marked in words")
    void marks() {
        assertThat(line(item("email", Known.GRANTED)).mark()).isEqualTo("Allowed before");
        assertThat(line(item("email", Known.DENIED)).mark()).isEqualTo("Refused before");
        assertThat(line(item("email", Known.NEW)).mark()).isEqualTo("New");
        assertThat(ScopeLine.of(item("email", Known.NEW), true, false).mark()).isEmpty();
        assertThat(line(new AskedItem("email", Known.NEW, true, Set.of(), "")).mark())
                .isEqualTo("Required");
        ScopeLine openid = line(new AskedItem("openid", Known.NEW, true, Set.of(), ""));
        assertThat(openid.mark()).isEqualTo("Always");
        assertThat(openid.fixed()).isTrue();
    }

    private static ScopeLine line(AskedItem item) {
        return ScopeLine.of(item, true, true);
    }

    private static AskedItem item(String name, Known known, String... claims) {
        return new AskedItem(name, known, false, new LinkedHashSet<>(Arrays.asList(claims)), "");
    }
}
