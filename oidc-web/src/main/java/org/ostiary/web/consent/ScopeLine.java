package org.ostiary.web.consent;

import org.ostiary.ejb.authorize.ScopeView;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Texts;

/**
 * One thing an application asks for, as the person reads it.
 *
 * @param words what it means; the name of the scope itself where nobody described it
 * @param described whether these are words and not a scope's name
 * @param known whether the person allowed it before
 */
public record ScopeLine(String words, boolean described, boolean known) {

    private static final String AUDIENCE = "aud:";
    private static final String CLAIM = "claim:";

    static ScopeLine of(ScopeView scope) {
        if (scope.scope().startsWith(AUDIENCE)) {
            return about("consent.audience", DisplayText.of(scope.scope().substring(AUDIENCE.length())), scope);
        }
        if (scope.scope().startsWith(CLAIM)) {
            String claim = scope.scope().substring(CLAIM.length());
            return about("consent.claim", Texts.claim(claim).orElseGet(() -> DisplayText.of(claim)), scope);
        }
        return Texts.scope(scope.scope())
                .map(words -> new ScopeLine(words, true, scope.alreadyGranted()))
                .orElseGet(() -> new ScopeLine(DisplayText.of(scope.scope()), false, scope.alreadyGranted()));
    }

    private static ScopeLine about(String text, String name, ScopeView scope) {
        return new ScopeLine(Texts.text(text, name), true, scope.alreadyGranted());
    }
}
