package org.ostiary.ejb.registration;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;

/** What an account must have, in the order of {@link #refusal}; each method refuses one thing. */
final class RegistrationRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");
    private static final Set<UnicodeScript> SHARED = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);
    /** Scripts whose letters are taken for one another. */
    private static final Set<UnicodeScript> LOOKALIKES =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    /** Whether mail arrives is another question, so the address need only have the shape of one. */
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");

    private RegistrationRules() {}

    /** Why this is no account; empty when it may be one. */
    static Optional<Reason> refusal(RegistrationForm form) {
        return username(form).or(() -> displayName(form)).or(() -> email(form)).or(() -> password(form));
    }

    /**
     * What people call themselves is shown to others, and to programs that believe it: so it looks neither like an email
     * address nor, by mixed alphabets, like the name of somebody else.
     */
    private static Optional<Reason> username(RegistrationForm form) {
        boolean usable = UsernameKey.find(form.username())
                .filter(key -> PLAIN_NAME.matcher(key).matches())
                .filter(RegistrationRules::ofOneAlphabet)
                .isPresent();
        return usable ? Optional.empty() : Optional.of(Reason.USERNAME_UNUSABLE);
    }

    private static boolean ofOneAlphabet(String key) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        key.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> !SHARED.contains(script))
                .forEach(scripts::add);
        return scripts.size() <= 1 || scripts.stream().noneMatch(LOOKALIKES::contains);
    }

    private static Optional<Reason> displayName(RegistrationForm form) {
        String name = form.displayName().strip();
        boolean usable = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
        return usable ? Optional.empty() : Optional.of(Reason.NAME_UNUSABLE);
    }

    private static Optional<Reason> email(RegistrationForm form) {
        String email = form.email().strip();
        boolean usable =
                email.length() <= LONGEST_EMAIL && MAILBOX.matcher(email).matches();
        return usable ? Optional.empty() : Optional.of(Reason.EMAIL_UNUSABLE);
    }

    private static Optional<Reason> password(RegistrationForm form) {
        return switch (PasswordRules.forAdministrator(form.password())) {
            case ACCEPTABLE -> Optional.empty();
            case TOO_SHORT, NOT_TEXT -> Optional.of(Reason.PASSWORD_TOO_SHORT);
            case TOO_LONG -> Optional.of(Reason.PASSWORD_TOO_LONG);
        };
    }
}
