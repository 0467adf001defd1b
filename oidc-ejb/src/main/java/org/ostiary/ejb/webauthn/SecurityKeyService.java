package org.ostiary.ejb.webauthn;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.KeyAnswerRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.webauthn.KeyChallenges.Purpose;
import org.ostiary.persistence.factor.SecurityKey;

/**
 * Asks authenticators and judges what they answer (Web Authentication Level 2, section 7). A challenge is spent before its answer
 * is looked at, whatever that is worth; all refusals look the same and are audited with their reason. It has no transaction
 * itself, because spending and noting have one each.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class SecurityKeyService {

    private static final KeyCeremonies CEREMONIES = new KeyCeremonies();

    @Inject
    KeyChallenges challenges;

    @Inject
    SecurityKeyStoreService store;

    @Inject
    AuditService audit;

    /** A question for one of the account's keys; empty when it has none. */
    public Optional<KeyChallenge> ask(String accountId, String binding) {
        List<String> credentials = store.credentialsOf(accountId);
        return credentials.isEmpty()
                ? Optional.empty()
                : Optional.of(challenges.issue(Purpose.SECOND_FACTOR, binding, credentials, ""));
    }

    /** A question for a passkey of anybody. */
    public KeyChallenge askAnybody(String binding) {
        return challenges.issue(Purpose.PASSKEY, binding, List.of(), "");
    }

    /** A question for a new key of the account. */
    public KeyChallenge askForNew(String accountId, String binding) {
        return challenges.issue(
                Purpose.NEW_KEY, binding, store.credentialsOf(accountId), challenges.userHandle(accountId));
    }

    /** Takes the answer of one of the account's keys; empty when it does not count. */
    public Optional<ProvedKey> prove(String accountId, KeyAnswer answer, String binding, RequestFacts facts) {
        return judged(accountId, facts, () -> {
            String challenge = challenges.take(Purpose.SECOND_FACTOR, binding, answer.token());
            SecurityKey key = known(answer);
            if (!key.accountId().equals(accountId)) {
                throw new KeyRefused("another account's key");
            }
            return proved(key, answer, challenge, false, facts);
        });
    }

    /** Takes the answer of anybody's passkey, with user verification; empty when it does not count. */
    public Optional<ProvedKey> proveAnybody(KeyAnswer answer, String binding, RequestFacts facts) {
        return judged(null, facts, () -> {
            String challenge = challenges.take(Purpose.PASSKEY, binding, answer.token());
            SecurityKey key = known(answer);
            if (!key.passkey()) {
                // Whoever finds a key without a PIN can set one: that would verify the finder.
                throw new KeyRefused("enrolled without verification of its person");
            }
            return proved(key, answer, challenge, true, facts);
        });
    }

    /** Enrols a new key of the account, which is proved with that; empty when the answer does not count. */
    public Optional<ProvedKey> enrol(
            String accountId, String name, KeyAnswer answer, String binding, RequestFacts facts) {
        return judged(accountId, facts, () -> {
            String challenge = challenges.take(Purpose.NEW_KEY, binding, answer.token());
            RegisteredKey registered = CEREMONIES.register(answer.json(), KeyCeremonies.server(challenges, challenge));
            if (!added(accountId, name, registered, facts)) {
                throw new KeyRefused("credential known already");
            }
            return new ProvedKey(accountId, registered.synced(), registered.verified());
        });
    }

    private boolean added(String accountId, String name, RegisteredKey registered, RequestFacts facts) {
        try {
            return store.add(accountId, name, registered, facts);
        } catch (EJBException e) {
            if (LostRace.is(e)) {
                return false;
            }
            throw e;
        }
    }

    private SecurityKey known(KeyAnswer answer) throws KeyRefused {
        return store.find(CEREMONIES.credentialId(answer.json()))
                .orElseThrow(() -> new KeyRefused("unknown credential"));
    }

    private ProvedKey proved(SecurityKey key, KeyAnswer answer, String challenge, boolean asPasskey, RequestFacts facts)
            throws KeyRefused {
        try {
            return proved(key, answer, challenge, asPasskey);
        } catch (CounterWentBack copy) {
            store.suspectCopy(key, facts);
            throw copy;
        }
    }

    private ProvedKey proved(SecurityKey key, KeyAnswer answer, String challenge, boolean asPasskey) throws KeyRefused {
        KeyCeremonies.Asserted asserted = CEREMONIES.verify(
                answer.json(),
                key,
                KeyCeremonies.server(challenges, challenge),
                challenges.userHandle(key.accountId()),
                asPasskey);
        if (!store.use(key.id(), asserted.signCount())) {
            throw new CounterWentBack();
        }
        return new ProvedKey(key.accountId(), key.synced(), asserted.verified());
    }

    private interface Ceremony<T> {
        T run() throws KeyRefused;
    }

    private <T> Optional<T> judged(@Nullable String accountId, RequestFacts facts, Ceremony<T> ceremony) {
        try {
            return Optional.of(ceremony.run());
        } catch (KeyRefused refused) {
            audit.note(new KeyAnswerRefused(accountId, refused.reason()), facts);
            return Optional.empty();
        }
    }
}
