package org.ostiary.ejb.account;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.EmailChanged;
import org.ostiary.ejb.audit.AuditEvent.ProfileChanged;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.reset.ResetLinks;
import org.ostiary.persistence.session.SessionStanding;

/** A person's own data, and what of it they may change. */
@Stateless
public class ProfileService {

    private static final String FORM = "account-profile";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    /** RFC 5321, section 4.1.2, as far as it is used: a mail to anything else is not worth a try. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

    private static final Pattern UNUSABLE = Pattern.compile("\\p{Cc}|\\p{Cs}|\\p{Co}|[\\u202A-\\u202E\\u2066-\\u2069]");

    @Inject
    SignedIn signedIn;

    @Inject
    Accounts accounts;

    @Inject
    ResetLinks links;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * What the account of this session looks like.
     *
     * @throws org.ostiary.ejb.session.NotSignedIn when there is none
     */
    @TransactionAttribute(SUPPORTS)
    public Profile of(Visitor visitor) {
        Account account = signedIn.require(visitor).account();
        return new Profile(
                account.username(),
                account.displayName(),
                account.email(),
                account.emailVerified(),
                account.groups().stream().sorted().toList(),
                account.language(),
                KeptHere.is(account));
    }

    /** A token for any form about one's own data. */
    @TransactionAttribute(SUPPORTS)
    public String formToken(Visitor visitor) {
        return signedIn.formToken(FORM, visitor);
    }

    /** Changes what the person is called. */
    public ProfileOutcome rename(ProfileForm form, Visitor visitor) {
        if (!signedIn.takes(FORM, form.formToken(), visitor)) {
            return ProfileOutcome.STALE_FORM;
        }
        Account account = account(visitor);
        String name = form.displayName().strip();
        if (!KeptHere.is(account)) {
            return ProfileOutcome.NOT_HERE;
        }
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || UNUSABLE.matcher(name).find()) {
            return ProfileOutcome.UNUSABLE;
        }
        account.rename(name, clock.instant());
        audit.note(new ProfileChanged(account.id(), "name"), visitor.facts());
        return ProfileOutcome.CHANGED;
    }

    /** Changes the email address of a person who has just proved who they are; it counts as not confirmed from then on. */
    public ProfileOutcome changeEmail(String email, String formToken, Visitor visitor) {
        if (!signedIn.takes(FORM, formToken, visitor)) {
            return ProfileOutcome.STALE_FORM;
        }
        SessionStanding standing = signedIn.require(visitor);
        Account account = account(visitor);
        String address = email.strip();
        if (!KeptHere.is(account)) {
            return ProfileOutcome.NOT_HERE;
        }
        if (!signedIn.fresh(standing)) {
            return ProfileOutcome.NOT_FRESH;
        }
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            return ProfileOutcome.UNUSABLE;
        }
        if (!address.equals(account.email())) {
            String former = account.email();
            account.changeEmail(address, clock.instant());
            links.endAll(account.id(), clock.instant());
            audit.note(new EmailChanged(account.id(), former), visitor.facts());
        }
        return ProfileOutcome.CHANGED;
    }

    /** Remembers the language that the person wants to read, wherever the account is kept; empty follows the browser. */
    public ProfileOutcome speak(@Nullable String language, String formToken, Visitor visitor) {
        if (!signedIn.takes(FORM, formToken, visitor)) {
            return ProfileOutcome.STALE_FORM;
        }
        if (language != null && Language.of(language).isEmpty()) {
            return ProfileOutcome.UNUSABLE;
        }
        Account account = account(visitor);
        account.speak(language, clock.instant());
        audit.note(new ProfileChanged(account.id(), "language"), visitor.facts());
        return ProfileOutcome.CHANGED;
    }

    /** The account of the session, as this transaction may change it. */
    private Account account(Visitor visitor) {
        return accounts.find(signedIn.require(visitor).account().id()).orElseThrow();
    }
}
