package org.ostiary.web.page;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an application can be allowed, in words: a scope, a resource server ({@code aud:…}) or a single claim ({@code claim:…}). */
public final class ItemWords {

    private static final String AUDIENCE = "aud:";
    private static final String CLAIM = "claim:";

    private ItemWords() {}

    /** What an item means; empty for a scope that nobody described. */
    public static Optional<String> of(String item) {
        if (item.startsWith(AUDIENCE)) {
            return Optional.of(Texts.text("consent.audience", DisplayText.of(item.substring(AUDIENCE.length()))));
        }
        if (item.startsWith(CLAIM)) {
            return Optional.of(Texts.text("consent.claim", claim(item.substring(CLAIM.length()))));
        }
        return Texts.scope(item);
    }

    /** What these claims tell about a person, in one line. */
    public static String ofClaims(Collection<String> claims) {
        return claims.stream().map(ItemWords::claim).collect(Collectors.joining(", "));
    }

    private static String claim(String claim) {
        return Texts.claim(claim).orElseGet(() -> DisplayText.of(claim));
    }
}
