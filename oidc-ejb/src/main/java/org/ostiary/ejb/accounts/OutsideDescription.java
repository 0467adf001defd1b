package org.ostiary.ejb.accounts;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.persistence.account.AccountDescription;

/**
 * What an account takes over from a place outside. Unlike a file, which is refused as a whole, a directory is as it is: a
 * text that does not fit is cut or left out, and nobody is locked out for it.
 */
final class OutsideDescription {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_OF_ALL_GROUPS = 20_000;
    private static final int MOST_OF_ALL_CLAIMS = 20_000;

    private OutsideDescription() {}

    static AccountDescription of(KnownPerson person) {
        String email = email(person.email());
        return new AccountDescription(
                person.username(),
                displayName(person),
                email,
                email != null && person.emailVerified(),
                groups(person.groups()),
                null,
                false,
                claims(person));
    }

    private static String displayName(KnownPerson person) {
        String name = printable(person.displayName()).strip();
        return name.isEmpty() ? person.username() : name;
    }

    private static @Nullable String email(@Nullable String email) {
        if (email == null || email.length() > LONGEST_EMAIL || email.indexOf('@') < 1) {
            return null;
        }
        return email.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)) ? null : email;
    }

    /** A name with a line break would be two groups, one of them made up. */
    private static Set<String> groups(Set<String> names) {
        Set<String> groups = new LinkedHashSet<>();
        int length = 0;
        for (String name : names) {
            boolean usable = !name.isBlank() && name.length() <= LONGEST_NAME && !hasControl(name);
            if (usable && length + name.length() < MOST_OF_ALL_GROUPS && groups.add(name)) {
                length += name.length() + 1;
            }
        }
        return groups;
    }

    private static @Nullable String claims(KnownPerson person) {
        if (person.claims().isEmpty()) {
            return null;
        }
        String json = JsonText.object(person.claims());
        return json.length() > MOST_OF_ALL_CLAIMS ? null : json;
    }

    /** For a log or a name: cut, and without what cannot be seen. */
    static String printable(String text) {
        String cut = text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\p{Cs}]", " ");
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }
}
