package org.ostiary.ejb.issue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How strongly a person proved who they are: the values of {@code acr} (OIDC Core 1.0, section 2). */
public final class AuthenticationContext {

    /** A password. */
    public static final String ONE_FACTOR = "urn:ostiary:acr:one-factor";

    /** Two factors of different kinds. */
    public static final String TWO_FACTORS = "urn:ostiary:acr:two-factor";

    /** Every value that can be reached here. */
    public static final List<String> REACHABLE = List.of(ONE_FACTOR, TWO_FACTORS);

    private AuthenticationContext() {}

    /** The value for the authentication methods used. */
    public static String of(Set<String> amr) {
        return twoFactors(amr) ? TWO_FACTORS : ONE_FACTOR;
    }

    /**
     * The same for somebody to whom only some values are right: who proved two factors proved one too (OIDC Core 1.0, section
     * 5.5.1.1). Where none of them is reached, it is what was reached.
     */
    public static String of(Set<String> amr, Predicate<String> right) {
        return twoFactors(amr) && !right.test(TWO_FACTORS) && right.test(ONE_FACTOR) ? ONE_FACTOR : of(amr);
    }

    /** Whether the methods are factors of different kinds (RFC 8176, section 2). */
    public static boolean twoFactors(Set<String> amr) {
        return amr.contains("mfa");
    }
}
