package org.ostiary.ejb.identitystore;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.VALID;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.VALIDATE;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStore.ValidationType;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.source.Claim;
import org.ostiary.ejb.source.CredentialSource;
import org.ostiary.ejb.source.KnownPerson;
import org.ostiary.ejb.source.Origin;
import org.ostiary.ejb.source.SourceAwayException;

/**
 * The {@code IdentityStore} beans on the server as a source of people (Jakarta Security 3.0, section 3.2): asked by their
 * priority, the first one that accepts the password counts, and those that provide groups add them.
 *
 * <p>A store says who somebody is only for a right password. So it cannot confirm anyone later, and it must give a unique
 * id with the name: a name alone may be given to another person tomorrow.
 */
@ApplicationScoped
public class AddedIdentityStores implements CredentialSource {

    private static final Logger LOG = Logger.getLogger(AddedIdentityStores.class.getName());
    private static final int LONGEST_ID = 255;

    @Inject
    @Any
    Instance<IdentityStore> added;

    @Inject
    SecureTokens random;

    private List<IdentityStore> stores = List.of();

    /** Once, because each look-up would make another of those that have no scope. */
    @PostConstruct
    void collect() {
        stores = added.stream().toList();
    }

    @Override
    public Origin origin() {
        return Origin.IDENTITY_STORE;
    }

    @Override
    public boolean present() {
        return !stores.isEmpty();
    }

    @Override
    public Optional<Claim> find(String username) {
        return Optional.of(new Claim(username, null, null));
    }

    @Override
    public Optional<KnownPerson> prove(Claim claim, String password) {
        return asked(() -> validate(claim.username(), password).flatMap(result -> person(claim, result)));
    }

    @Override
    public void pretend() {
        asked(() -> validate(random.uuid(), random.handle("")));
    }

    @Override
    public Optional<KnownPerson> confirm(String externalId) {
        throw new UnsupportedOperationException("an identity store confirms nobody without a password");
    }

    /** A store is a stranger's code: whatever it throws means that it is away, and never that somebody is in. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException broken) {
            throw new SourceAwayException("an identity store failed", broken);
        }
    }

    private Optional<CredentialValidationResult> validate(String username, String password) {
        return that(VALIDATE)
                .flatMap(store -> Optional.ofNullable(ask(store, username, password)).stream())
                .filter(result -> result.getStatus() == VALID)
                .findFirst();
    }

    private static @Nullable CredentialValidationResult ask(IdentityStore store, String username, String password) {
        UsernamePasswordCredential credential = new UsernamePasswordCredential(username, password);
        try {
            return store.validate(credential);
        } finally {
            credential.clear();
        }
    }

    private Optional<KnownPerson> person(Claim claim, CredentialValidationResult result) {
        String id = result.getCallerUniqueId();
        String store = Objects.requireNonNullElse(result.getIdentityStoreId(), "");
        if (id == null || id.isEmpty() || store.length() + id.length() >= LONGEST_ID) {
            LOG.warning(
                    "An identity store accepted a password, but gave no unique id for the person, or one that is too"
                            + " long: without it nobody can log in, since another person may have the same name tomorrow");
            return Optional.empty();
        }
        String name = result.getCallerPrincipal() == null
                ? claim.username()
                : result.getCallerPrincipal().getName();
        return Optional.of(new KnownPerson(store + ":" + id, name, name, null, false, groups(result), Map.of()));
    }

    private Set<String> groups(CredentialValidationResult result) {
        Set<String> groups = new LinkedHashSet<>();
        that(PROVIDE_GROUPS).forEach(store -> groups.addAll(store.getCallerGroups(result)));
        groups.addAll(result.getCallerGroups());
        return groups;
    }

    private Stream<IdentityStore> that(ValidationType type) {
        return stores.stream()
                .filter(store -> store.validationTypes().contains(type))
                .sorted(Comparator.comparingInt(IdentityStore::priority));
    }
}
