package org.ostiary.ejb.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.audit.AuditEvent.AdministratorCreated;
import org.ostiary.ejb.audit.AuditEvent.RecoveryLinkOpened;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.replay.SetUpLink;
import org.ostiary.persistence.replay.SetUpLinks;

/**
 * Creates the first administrator by a link that works once and for half an hour, and another one for an operator who is locked
 * out. There is no default account.
 */
@Stateless
public class SetUpService {

    private static final Logger LOG = Logger.getLogger(SetUpService.class.getName());

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    /** How long after the configured moment a start offers a link to who is locked out. */
    private static final Duration RECOVERY = Duration.ofHours(1);

    /** How far ahead the moment may be, for one who prepares a start. */
    private static final Duration SOON = Duration.ofDays(1);

    private static final String ORIGIN = "setup";

    @Inject
    SetUpLinks links;

    @Inject
    Accounts accounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * A new link, after which every older one is dead; empty once there was an administrator, for ever, unless an operator who
     * is locked out wants another one just now.
     *
     * @throws ConfigurationException when that is wanted for a moment far ahead
     */
    public Optional<String> openLink() {
        links.removeUnused();
        if (recovering()) {
            audit.note(new RecoveryLinkOpened(), RequestFacts.ofServer(random.uuid()));
        } else if (links.everUsed()
                || accounts.hasMember(config.administration().administrators())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String token = random.handle("");
        links.add(new SetUpLink(hashes.hash(token), now, now.plus(LIFETIME)));
        return Optional.of(config.issuer().endpoint("/setup.xhtml?token=" + token));
    }

    /** A moment that is long over counts no more, so that a forgotten key opens nothing at the next start. */
    private boolean recovering() {
        Instant wanted = config.administration().recovery();
        Instant now = clock.instant();
        if (wanted != null && wanted.isAfter(now)) {
            warn(wanted, now);
        }
        return wanted != null
                && !now.isBefore(wanted)
                && now.isBefore(wanted.plus(RECOVERY))
                && !links.usedSince(wanted);
    }

    /** Nobody opens a door for a moment that is far away; for one that is near, whoever reads the log must know of it. */
    private static void warn(Instant wanted, Instant now) {
        if (wanted.isAfter(now.plus(SOON))) {
            throw new ConfigurationException(
                    "oidc.administration.recovery is more than a day ahead: set the moment at which the server is started");
        }
        LOG.warning(() -> "oidc.administration.recovery is still to come: a start from " + wanted + " until "
                + wanted.plus(RECOVERY)
                + " prints a link that makes another administrator; remove it if nobody is locked out");
    }

    /** Whether the link with this token still works. */
    public boolean usable(String token) {
        return links.find(hashes.hash(token))
                .filter(link -> link.usable(clock.instant()))
                .isPresent();
    }

    /** Uses the link up, if name and password are usable; otherwise it still works afterwards. */
    public SetUpOutcome createAdministrator(String token, String username, String password, RequestFacts facts) {
        if (!usable(token)) {
            return SetUpOutcome.LINK_UNUSABLE;
        }
        Optional<String> key = UsernameKey.find(username);
        if (key.isEmpty() || accounts.findByUsernameKey(key.get()).isPresent()) {
            return SetUpOutcome.USERNAME_UNUSABLE;
        }
        return switch (PasswordRules.forAdministrator(password)) {
            case TOO_SHORT, NOT_TEXT -> SetUpOutcome.PASSWORD_TOO_SHORT;
            case TOO_LONG -> SetUpOutcome.PASSWORD_TOO_LONG;
            case ACCEPTABLE -> create(token, username.strip(), key.get(), password, facts);
        };
    }

    private SetUpOutcome create(String token, String username, String key, String password, RequestFacts facts) {
        Instant now = clock.instant();
        String digest = hasher.hash(password);
        if (!links.use(hashes.hash(token), now)) {
            return SetUpOutcome.LINK_UNUSABLE;
        }
        Account account =
                new Account(username, key, Set.of(config.administration().firstGroup()), digest, ORIGIN, now);
        accounts.add(account);
        audit.note(new AdministratorCreated(account.id()), facts);
        return SetUpOutcome.CREATED;
    }
}
