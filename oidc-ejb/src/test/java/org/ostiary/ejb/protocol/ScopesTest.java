package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    @DisplayName("RFC 6749 3.3: scopes are divided by spaces, in their order, each counted once")
    void readsAList() {
        assertThat(Scopes.parse("openid profile openid  email ")).containsExactly("openid", "profile", "email");
    }

    @Test
    void readsNothingFromBlanks() {
        assertThat(Scopes.parse("")).isEmpty();
        assertThat(Scopes.parse("   ")).isEmpty();
    }

    @Test
    @DisplayName("RFC 6749 3.3: scopes are case-sensitive and only a space divides them")
    void takesOtherCharactersAsTheyAre() {
        assertThat(Scopes.parse("OpenID open\tid a,b")).containsExactly("OpenID", "open\tid", "a,b");
    }

    @Test
    void writesWhatItRead() {
        assertThat(Scopes.format(Scopes.parse("email  openid"))).isEqualTo("email openid");
    }
}
