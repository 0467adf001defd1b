package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.ostiary.ejb.config.LdapAttributes;
import org.ostiary.ejb.source.KnownPerson;

/** What an entry of a person means. */
record PersonEntry(LdapAttributes names, UniqueId uniqueId, boolean emailsVerified) {

    private static final Logger LOG = Logger.getLogger(PersonEntry.class.getName());

    /** What to ask for; operational attributes come only when they are named. */
    String[] attributes() {
        return new String[] {
            names.uniqueId(),
            names.username(),
            names.displayName(),
            names.givenName(),
            names.familyName(),
            names.mail(),
            names.memberOf()
        };
    }

    Optional<String> username(Entry entry) {
        return Optional.ofNullable(entry.getAttributeValue(names.username()));
    }

    /** Empty when the entry lacks what a person must have. */
    Optional<KnownPerson> describe(Entry entry, Set<String> groups) {
        Optional<String> id = uniqueId.of(entry);
        Optional<String> username = username(entry);
        if (id.isEmpty() || username.isEmpty()) {
            LOG.warning(() -> "A person in the directory has no " + names.uniqueId() + " or no " + names.username()
                    + " that the service account may read, and cannot log in");
            return Optional.empty();
        }
        String displayName = entry.getAttributeValue(names.displayName());
        return Optional.of(new KnownPerson(
                id.get(),
                username.get(),
                Objects.requireNonNullElse(displayName, username.get()),
                entry.getAttributeValue(names.mail()),
                emailsVerified,
                groups,
                claims(entry)));
    }

    private Map<String, String> claims(Entry entry) {
        Map<String, String> claims = new LinkedHashMap<>();
        Optional.ofNullable(entry.getAttributeValue(names.givenName())).ifPresent(v -> claims.put("given_name", v));
        Optional.ofNullable(entry.getAttributeValue(names.familyName())).ifPresent(v -> claims.put("family_name", v));
        return claims;
    }

    /** The groups that the entry itself names, of which only the first part of their names is taken. */
    Set<String> groupsByMemberOf(Entry entry) {
        Set<String> groups = new LinkedHashSet<>();
        String[] values = entry.getAttributeValues(names.memberOf());
        Stream.of(values == null ? new String[0] : values)
                .flatMap(group -> name(group).stream())
                .forEach(groups::add);
        return groups;
    }

    private Optional<String> name(String group) {
        try {
            RDN first = new DN(group).getRDN();
            return first != null && first.hasAttribute(names.groupName())
                    ? Optional.of(first.getAttributeValues()[0])
                    : Optional.empty();
        } catch (LDAPException noName) {
            return Optional.empty();
        }
    }
}
