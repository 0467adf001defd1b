package org.ostiary.web.account;

import org.ostiary.ejb.account.ActivityEntry;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Moments;
import org.ostiary.web.page.Texts;

/** Something that happened, as people read it: a sentence, when, from where, and the id for the operator. */
public record ActivityLine(String sentence, String when, String ip, String requestId) {

    static ActivityLine of(ActivityEntry entry) {
        return new ActivityLine(sentence(entry), Moments.words(entry.when()), entry.ip(), entry.requestId());
    }

    private static String sentence(ActivityEntry entry) {
        String key = "activity." + entry.event();
        if (!Texts.has(key)) {
            return otherSentence(entry.event());
        }
        String client = entry.client();
        return Texts.text(key, client == null ? Texts.text("activity.own-pages") : DisplayText.of(client));
    }

    /** What administrators do has many names, which only they know. */
    private static String otherSentence(String event) {
        return event.startsWith("admin_")
                ? Texts.text("activity.admin")
                : Texts.text("activity.other", event.replace('_', ' '));
    }
}
