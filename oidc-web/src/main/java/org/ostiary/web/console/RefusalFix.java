package org.ostiary.web.console;

import org.ostiary.ejb.admin.records.RefusalView;

/** What to do about a refused request, in words: by its rule where there is something special to say, else by what was expected. */
final class RefusalFix {

    private RefusalFix() {}

    static String of(RefusalView refusal) {
        String special = "fix." + refusal.rule();
        String client = refusal.clientId() == null ? ConsoleWords.word("fix.client") : refusal.clientId();
        if (ConsoleWords.has(special)) {
            return ConsoleWords.word(special, client);
        }
        String parameter = refusal.parameter();
        String expected = refusal.expected();
        if (parameter != null && expected != null) {
            return ConsoleWords.word("fix.expected", client, parameter, expected);
        }
        return ConsoleWords.word("fix.section", client, refusal.section());
    }
}
