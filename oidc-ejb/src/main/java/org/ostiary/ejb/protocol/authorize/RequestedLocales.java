package org.ostiary.ejb.protocol.authorize;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Scopes;

/**
 * The languages that a person wants, the preferred ones first, as BCP 47 tags (OIDC Core 1.0, sections 3.1.2.1 and 5.2). What
 * is no such tag is left out: an error here must not keep anybody from logging in.
 *
 * @param pages of the pages, {@code ui_locales}
 * @param claims of the claims, {@code claims_locales}
 */
public record RequestedLocales(List<String> pages, List<String> claims) {

    private static final int MOST = 20;

    /** Those that a request names. */
    public static RequestedLocales of(RequestParameters parameters) {
        return new RequestedLocales(tags(parameters, "ui_locales"), tags(parameters, "claims_locales"));
    }

    private static List<String> tags(RequestParameters parameters, String name) {
        return Scopes.parse(parameters.find(name).orElse("")).stream()
                .flatMap(tag -> wellFormed(tag).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<String> wellFormed(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())
                    .filter(known -> !known.equals("und"));
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
