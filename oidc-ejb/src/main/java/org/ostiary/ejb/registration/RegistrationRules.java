package org.ostiary.ejb.registration;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;

/** What an account must have, in the order of {@link #refusal}; each method refuses one thing. */
final class RegistrationRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    /** Whether mail arrives is another question, so the address need only have the shape of one. */
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");

    private RegistrationRules() {}

    /** Why this is no account; empty when it may be one. */
    static Optional<Reason> refusal(RegistrationForm form) {
        return username(form).or(() -> displayName(form)).or(() -> email(form)).or(() -> password(form));
    }

    private static Optional<Reason> username(RegistrationForm form) {
        return UsernameKey.find(form.username()).isEmpty() ? Optional.of(Reason.USERNAME_UNUSABLE) : Optional.empty();
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
