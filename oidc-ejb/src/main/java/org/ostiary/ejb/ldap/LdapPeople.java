package org.ostiary.ejb.ldap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.source.Claim;
import org.ostiary.ejb.source.CredentialSource;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;

/** The people of the configured directory. They are found by a service account, or each binds as themselves at once. */
@ApplicationScoped
public class LdapPeople implements CredentialSource {

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    @Inject
    SecureTokens random;

    private @Nullable LdapDirectory directory;
    private boolean byOwnBind;

    @PostConstruct
    void open() {
        LdapConfig ldap = config.ldap();
        if (ldap != null) {
            directory = new LdapDirectory(ldap, clock);
            byOwnBind = ldap.userBind() != null;
        }
    }

    @PreDestroy
    void close() {
        Optional.ofNullable(directory).ifPresent(LdapDirectory::close);
    }

    @Override
    public Origin origin() {
        return Origin.LDAP;
    }

    @Override
    public boolean present() {
        return directory != null;
    }

    @Override
    public Optional<Claim> find(String username) {
        return byOwnBind
                ? Optional.of(new Claim(username, null, null))
                : directory().find(username);
    }

    @Override
    public Optional<KnownPerson> prove(Claim claim, String password) {
        String dn = claim.place();
        String id = claim.externalId();
        return dn == null || id == null
                ? directory().proveByOwnBind(claim.username(), password)
                : directory().prove(dn, id, claim.username(), password);
    }

    /** Nobody has this name, and nobody this password. */
    @Override
    public void pretend() {
        if (byOwnBind) {
            directory().proveByOwnBind(random.uuid(), random.handle(""));
            return;
        }
        directory().bind("uid=" + random.uuid() + "," + usersBase(), random.handle(""));
    }

    @Override
    public Optional<KnownPerson> confirm(String externalId) {
        return directory().confirm(externalId);
    }

    private String usersBase() {
        return Objects.requireNonNull(config.ldap()).usersBase();
    }

    private LdapDirectory directory() {
        return Objects.requireNonNull(directory, "nothing is asked of a directory that is not configured");
    }
}
