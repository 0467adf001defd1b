package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.ldap.Connections.Search;
import org.ostiary.ejb.source.Claim;
import org.ostiary.ejb.source.KnownPerson;

/** What is asked of a directory about people: who a name means, whether a password is theirs, and their groups. */
final class LdapDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LdapDirectory.class.getName());
    /** One more than may match. */
    private static final int ENOUGH = 2;

    private static final int MOST_GROUPS = 1_000;

    /** A wrong password, or one that the directory says nothing about to strangers (RFC 4511, appendix A). */
    private static final Set<ResultCode> WRONG = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INVALID_DN_SYNTAX,
            ResultCode.REFERRAL);

    private final LdapConfig config;
    private final Clock clock;
    private final Connections connections;
    private final UniqueId uniqueId;
    private final PersonEntry people;
    private final FilterTemplate users;
    private final FilterTemplate groups;

    LdapDirectory(LdapConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.connections = new Connections(config, clock);
        this.uniqueId = new UniqueId(config.attributes().uniqueId());
        this.people = new PersonEntry(config.attributes(), uniqueId, config.emailsVerified());
        this.users = new FilterTemplate(config.usersFilter());
        this.groups = new FilterTemplate(config.groupsFilter());
    }

    /** Who the name means; empty unless exactly one entry matches. */
    Optional<Claim> find(String username) {
        return only(request(config.usersBase(), SearchScope.SUB, usersFilter(username)), connections::search)
                .flatMap(entry -> uniqueId.of(entry)
                        .map(id -> new Claim(people.username(entry).orElse(username), entry.getDN(), id)));
    }

    /** The person with this distinguished name, if the password is theirs. */
    Optional<KnownPerson> prove(String dn, String externalId, String username, String password) {
        if (!bind(dn, password)) {
            return Optional.empty();
        }
        return only(request(dn, SearchScope.BASE, usersFilter(username)), connections::search)
                .filter(entry -> uniqueId.of(entry).filter(externalId::equals).isPresent())
                .flatMap(entry -> described(entry, username, connections::search));
    }

    /** The person who binds as themselves, and is described by what they may read. */
    Optional<KnownPerson> proveByOwnBind(String username, String password) {
        String dn = String.valueOf(config.userBind()).replace("{username}", Rdn.escapeValue(username));
        return connections.bound(connection -> {
            if (!bind(connection, dn, password)) {
                return Optional.empty();
            }
            Search own = request -> connections.search(connection, request);
            return only(request(config.usersBase(), SearchScope.SUB, usersFilter(username)), own)
                    .filter(entry -> same(entry.getDN(), dn))
                    .flatMap(entry -> described(entry, username, own));
        });
    }

    /** Whether the password is that of the entry. */
    boolean bind(String dn, String password) {
        return connections.bound(connection -> bind(connection, dn, password));
    }

    /** The person as they are today: found by what never changes, and still among those who may log in. */
    Optional<KnownPerson> confirm(String externalId) {
        Optional<SearchResultEntry> entry =
                only(request(config.usersBase(), SearchScope.SUB, uniqueId.filter(externalId)), connections::search);
        Optional<String> username = entry.flatMap(people::username);
        if (entry.isEmpty() || username.isEmpty()) {
            return Optional.empty();
        }
        return only(request(entry.get().getDN(), SearchScope.BASE, usersFilter(username.get())), connections::search)
                .flatMap(found -> described(found, username.get(), connections::search));
    }

    private static boolean bind(LDAPConnection connection, String dn, String password) throws LDAPException {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("an empty password would be an anonymous bind");
        }
        try {
            return connection
                    .bind(new SimpleBindRequest(dn, password))
                    .getResultCode()
                    .equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (WRONG.contains(e.getResultCode())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean same(String left, String right) {
        try {
            return DN.equals(left, right);
        } catch (LDAPException noName) {
            return false;
        }
    }

    private Filter usersFilter(String username) {
        return users.fill(Map.of("input", username, "username", username), clock.instant());
    }

    private SearchRequest request(String base, SearchScope scope, Filter filter) {
        return new SearchRequest(
                base, scope, DereferencePolicy.NEVER, ENOUGH, seconds(), false, filter, people.attributes());
    }

    /** At least one: zero would be no limit. */
    private int seconds() {
        return Math.max(1, Math.toIntExact(config.timeout().toSeconds()));
    }

    private static Optional<SearchResultEntry> only(SearchRequest request, Search search) {
        try {
            List<SearchResultEntry> entries = search.run(request).getSearchEntries();
            if (entries.size() > 1) {
                LOG.warning("More than one person in the directory matches a name, so it means nobody");
            }
            return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
        } catch (LDAPSearchException e) {
            LOG.warning(() -> "The directory answered a search for a person with result " + e.getResultCode());
            return Optional.empty();
        }
    }

    private Optional<KnownPerson> described(SearchResultEntry entry, String username, Search search) {
        Set<String> names = config.groupsFilter().isEmpty()
                ? people.groupsByMemberOf(entry)
                : groupsBySearch(entry, username, search);
        return people.describe(entry, names);
    }

    private Set<String> groupsBySearch(SearchResultEntry entry, String username, Search search) {
        String name = config.attributes().groupName();
        Map<String, String> values =
                Map.of("dn", entry.getDN(), "username", people.username(entry).orElse(username), "input", username);
        SearchRequest request = new SearchRequest(
                config.groupsBase(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                MOST_GROUPS,
                seconds(),
                false,
                groups.fill(values, clock.instant()),
                name);
        return names(found(request, search), group -> group.getAttributeValue(name));
    }

    private static List<SearchResultEntry> found(SearchRequest request, Search search) {
        try {
            return search.run(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            LOG.warning(() -> "The directory answered a search for groups with result " + e.getResultCode()
                    + "; the person has those it named");
            return e.getSearchEntries() == null ? List.of() : e.getSearchEntries();
        }
    }

    private static Set<String> names(
            List<SearchResultEntry> entries, Function<SearchResultEntry, @Nullable String> name) {
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(name.apply(entry)).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void close() {
        connections.close();
    }
}
