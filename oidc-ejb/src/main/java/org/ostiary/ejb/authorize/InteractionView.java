package org.ostiary.ejb.authorize;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.interaction.OwnPages;

/**
 * What a page needs to know to ask its question.
 *
 * @param interaction the handle, for the form
 * @param redirectHost where the answer goes, for people
 * @param redirectOrigin the same for a content security policy: an origin, or a scheme and a colon
 * @param accountName who is logged in; null when nobody is
 * @param loginHint what the client thinks the person is called; null when it does not say
 * @param accounts those that the person may choose from
 * @param uiLocales languages that the person wants, the preferred first, as BCP 47 tags
 * @param display page, popup, touch or wap
 * @param contacts email addresses of those who can help a person that is refused; empty when nobody is named
 * @param items what is asked for, with what the person decided on it before
 * @param rememberFor how long a decision would be remembered, where the person is asked whether; else null
 * @param formToken the one-time token for the form
 */
public record InteractionView(
        String interaction,
        String clientId,
        String clientName,
        String redirectHost,
        String redirectOrigin,
        @Nullable String accountName,
        @Nullable String loginHint,
        List<AccountView> accounts,
        List<String> uiLocales,
        String display,
        List<String> contacts,
        List<AskedItem> items,
        @Nullable Duration rememberFor,
        String formToken) {

    /** Whether no client asks, because the person is on the way to a page of ours. */
    public boolean toOwnPage() {
        return clientId.equals(OwnPages.CLIENT_ID);
    }
}
