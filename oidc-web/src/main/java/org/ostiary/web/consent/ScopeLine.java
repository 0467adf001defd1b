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

    static ScopeLine of(ScopeView scope) {
        return Texts.scope(scope.scope())
                .map(words -> new ScopeLine(words, true, scope.alreadyGranted()))
                .orElseGet(() -> new ScopeLine(DisplayText.of(scope.scope()), false, scope.alreadyGranted()));
    }
}
