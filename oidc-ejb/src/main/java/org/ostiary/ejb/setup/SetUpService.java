package org.ostiary.ejb.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.audit.AuditEvent.AdministratorCreated;
import org.ostiary.ejb.audit.AuditLog;
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

/** Creates the first administrator by a link that works once and for half an hour. There is no default account. */
@Stateless
public class SetUpService {

    /** The group whose members administer the provider. */
    public static final String ADMINISTRATORS = "administrators";

    private static final Duration LIFETIME = Duration.ofMinutes(30);
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

    /** A new link, after which every older one is dead; empty once there was an administrator, for ever. */
    public Optional<String> openLink() {
        links.removeUnused();
        if (links.everUsed() || accounts.hasMember(ADMINISTRATORS)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String token = random.handle("");
        links.add(new SetUpLink(hashes.hash(token), now, now.plus(LIFETIME)));
        return Optional.of(config.issuer().endpoint("/setup.xhtml?token=" + token));
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
        Account account = new Account(username, key, Set.of(ADMINISTRATORS), digest, ORIGIN, now);
        accounts.add(account);
        audit.note(new AdministratorCreated(account.id()), facts);
        return SetUpOutcome.CREATED;
    }
}
