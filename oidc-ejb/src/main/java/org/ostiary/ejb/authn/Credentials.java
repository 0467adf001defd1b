package org.ostiary.ejb.authn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.ImportedDigests;
import org.ostiary.ejb.accounts.OutsideAccounts;
import org.ostiary.ejb.accounts.Recognition;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.source.Claim;
import org.ostiary.ejb.source.CredentialSource;
import org.ostiary.ejb.source.CredentialSources;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;
import org.ostiary.ejb.source.SourceAwayException;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/**
 * Finds who a name means and whether the password is theirs: an account of our own first, then the places outside in their
 * order. To be called outside any transaction.
 *
 * <p>Neither the answer nor the time tells where a name is known: every failure computes one hash of each cost that digests
 * have here, and asks each place outside once, for the person or for nobody. So a place that is away answers failures for all names, and lets in whoever
 * has an account of our own and the right password.
 */
@ApplicationScoped
public class Credentials {

    private static final Logger LOG = Logger.getLogger(Credentials.class.getName());

    @Inject
    Accounts accounts;

    @Inject
    CredentialSources sources;

    @Inject
    OutsideAccounts outsideAccounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    ImportedDigests imported;

    /** Who the name may mean. Names that mean one account have the same account here, whatever was typed. */
    Candidate find(String typed) {
        Optional<String> key = UsernameKey.find(typed);
        if (key.isEmpty()) {
            return Candidate.nobody(typed);
        }
        Account account = accounts.findByUsernameKey(key.get()).orElse(null);
        return account != null && !account.outside() ? Candidate.local(account) : findOutside(typed.strip(), account);
    }

    private Candidate findOutside(String typed, @Nullable Account ofThatName) {
        Map<Origin, Claim> claims = new EnumMap<>(Origin.class);
        for (CredentialSource source : sources.all()) {
            try {
                Optional<Claim> claim = source.find(typed);
                claim.ifPresent(found -> claims.put(source.origin(), found));
                if (claim.filter(Claim::certain).isPresent()) {
                    return new Candidate(
                            claim.get().username(), accountOf(source.origin(), claim.get()), claims, false);
                }
            } catch (SourceAwayException away) {
                LOG.log(Level.WARNING, "Nobody can be looked up: " + away.getMessage(), away.getCause());
                return new Candidate(typed, ofThatName, Map.of(), true);
            }
        }
        return new Candidate(typed, claims.isEmpty() ? null : ofThatName, claims, false);
    }

    private @Nullable Account accountOf(Origin origin, Claim claim) {
        return Optional.ofNullable(claim.externalId())
                .flatMap(id -> accounts.findOutside(origin.text(), id))
                .orElse(null);
    }

    /** Judges the password; a person of outside gets an account, or has it described anew. */
    Proof prove(Candidate candidate, String password, RequestFacts facts) {
        try {
            boolean right = matches(candidate, password);
            Proof proof = judge(candidate, right, password, facts);
            if (proof.refused() != null) {
                payForOthers(candidate, password);
            }
            return proof;
        } catch (HashingBusyException e) {
            return Proof.busy(candidate);
        }
    }

    private Proof judge(Candidate candidate, boolean right, String password, RequestFacts facts) {
        Account own = candidate.local().orElse(null);
        if (own == null) {
            return proveOutside(candidate, password, facts);
        }
        return right && !own.disabled() ? Proof.of(own.id()) : refuse(candidate, true);
    }

    /**
     * Judges nothing, and takes the time of {@link #prove} for a wrong password. No place outside hears the password either,
     * since it may count guesses itself, and lock the person out everywhere.
     */
    Proof pretend(Candidate candidate, String password) {
        try {
            matches(candidate, password);
            payForOthers(candidate, password);
            return refuse(candidate, false);
        } catch (HashingBusyException e) {
            return Proof.busy(candidate);
        }
    }

    private boolean matches(Candidate candidate, String password) {
        try {
            return hasher.verify(password, candidate.digest()).matched();
        } catch (MalformedDigestException e) {
            LOG.log(Level.WARNING, "The stored password digest of an account is damaged: nobody can log in with it", e);
            return hasher.verify(password, null).matched();
        }
    }

    /** Computes a hash of each cost but the candidate's own. What was judged stays judged where there is no place for it. */
    private void payForOthers(Candidate candidate, String password) {
        try {
            hasher.compareInVain(password, imported.otherCosts(candidate.digest()));
        } catch (HashingBusyException e) {
            LOG.log(Level.FINE, "A refusal came earlier than others, because too many passwords are being hashed", e);
        }
    }

    /** Asks each place outside for nobody, where it was not asked for the person. */
    private Proof refuse(Candidate candidate, boolean judged) {
        if (candidate.away()) {
            return Proof.unavailable(candidate, judged);
        }
        try {
            for (CredentialSource source : sources.all()) {
                candidate.local().ifPresent(own -> spendTime(source, own));
                source.pretend();
            }
            return wrong(candidate);
        } catch (SourceAwayException away) {
            return unavailable(candidate, judged, away);
        }
    }

    /** As much as finding someone known there would cost. */
    private static void spendTime(CredentialSource source, Account account) {
        source.find(account.username())
                .filter(Claim::certain)
                .ifPresent(other -> LOG.warning(() -> "A person of "
                        + source.origin().text() + " is called like the account " + account.id()
                        + " of our own, which keeps the name; the person cannot log in"));
    }

    private Proof proveOutside(Candidate candidate, String password, RequestFacts facts) {
        if (candidate.away()) {
            return Proof.unavailable(candidate, false);
        }
        boolean askable = PasswordRules.mayBeAskedElsewhere(password);
        boolean judged = false;
        for (CredentialSource source : sources.all()) {
            Optional<Claim> claim = candidate.claim(source.origin()).filter(there -> askable);
            try {
                Optional<KnownPerson> person = ask(source, claim, password);
                if (person.isPresent()) {
                    return recognised(candidate, outsideAccounts.recognise(source.origin(), person.get(), facts));
                }
            } catch (SourceAwayException away) {
                return unavailable(candidate, judged, away);
            }
            judged = judged || claim.isPresent();
        }
        return wrong(candidate);
    }

    private static Optional<KnownPerson> ask(CredentialSource source, Optional<Claim> claim, String password) {
        if (claim.isEmpty()) {
            source.pretend();
        }
        return claim.flatMap(there -> source.prove(there, password));
    }

    private static Proof recognised(Candidate candidate, Recognition recognition) {
        String refused = recognition.refused();
        String accountId = recognition.accountId();
        if (refused == null && accountId != null) {
            return Proof.of(accountId);
        }
        return Proof.wrong(candidate, refused == null ? "no account" : refused);
    }

    private static Proof wrong(Candidate candidate) {
        Account account = candidate.account();
        if (account != null) {
            return Proof.wrong(candidate, account.disabled() ? "account disabled" : "wrong password");
        }
        boolean known = candidate.claims().values().stream().anyMatch(Claim::certain);
        return Proof.wrong(candidate, known ? "wrong password" : "unknown username");
    }

    private static Proof unavailable(Candidate candidate, boolean judged, SourceAwayException away) {
        LOG.log(Level.WARNING, "A password cannot be judged: " + away.getMessage(), away.getCause());
        return Proof.unavailable(candidate, judged);
    }
}
