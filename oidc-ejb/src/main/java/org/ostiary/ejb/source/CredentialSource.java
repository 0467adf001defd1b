package org.ostiary.ejb.source;

import java.util.Optional;

/**
 * A place outside the database that knows people and their passwords. Whatever it is asked, it throws
 * {@link SourceAwayException} when it cannot be asked now.
 *
 * <p>It is asked outside any transaction, because it may take its time.
 */
public interface CredentialSource {

    Origin origin();

    /** Whether an operator has set it up; nothing else is asked of one that is not. */
    boolean present();

    /**
     * Who the name means there, without any proof; empty when certainly nobody.
     *
     * @param username as typed, without blanks at the ends; {@link org.ostiary.ejb.accounts.UsernameKey} allows it
     */
    Optional<Claim> find(String username);

    /**
     * The person, if the password is theirs and they may log in there.
     *
     * @param password a {@linkplain org.ostiary.ejb.password.PasswordRules#mayBeAskedElsewhere usable} one, never empty
     */
    Optional<KnownPerson> prove(Claim claim, String password);

    /** Takes the time of {@link #prove} for nobody, so that it does not tell where an account is kept. */
    void pretend();

    /** The person as they are today, without their password; empty when they are gone or locked there. */
    Optional<KnownPerson> confirm(String externalId);
}
