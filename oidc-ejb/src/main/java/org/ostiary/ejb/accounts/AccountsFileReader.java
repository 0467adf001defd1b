package org.ostiary.ejb.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ostiary.ejb.config.AttributeType;

/** Reads the accounts out of a YAML document and collects every mistake before it refuses. */
final class AccountsFileReader {

    private final List<FileAccount> accounts = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, String> usernamesByKey = new HashMap<>();
    private final Map<String, Integer> ignored = new TreeMap<>();

    private final Map<String, AttributeType> types;

    AccountsFileReader(Map<String, AttributeType> types) {
        this.types = types;
    }

    AccountsFile read(Object document) {
        if (!(document instanceof Map<?, ?> root) || !(root.get("users") instanceof Map<?, ?> users)) {
            throw new AccountsFileException("the file has no map \"users\" of usernames to accounts at its top");
        }
        users.forEach(this::readAccount);
        if (!mistakes.isEmpty()) {
            throw new AccountsFileException(mistakes);
        }
        return new AccountsFile(accounts, warnings(root.keySet()));
    }

    private void readAccount(Object name, Object value) {
        String user = "user \"" + AccountsFileFields.printable(name) + "\": ";
        if (!(name instanceof String username)) {
            mistakes.add(user + "the username is not text");
            return;
        }
        requireOwnKey(user, username);
        if (!(value instanceof Map<?, ?> attributes)) {
            mistakes.add(user + "has no attributes; at least password and displayname are needed");
            return;
        }
        AccountsFileFields fields = new AccountsFileFields(user, attributes, mistakes);
        readAttributes(username.strip(), fields).ifPresent(accounts::add);
        fields.unread().forEach(attribute -> ignored.merge(attribute, 1, Integer::sum));
    }

    private void requireOwnKey(String user, String username) {
        try {
            String other = usernamesByKey.putIfAbsent(UsernameKey.of(username), username);
            if (other != null) {
                mistakes.add(user + "is the same name as \"" + AccountsFileFields.printable(other)
                        + "\"; case, width and composition of letters do not tell usernames apart");
            }
        } catch (UnusableUsernameException unusable) {
            mistakes.add(user + "the username " + unusable.getMessage());
        }
    }

    private Optional<FileAccount> readAttributes(String username, AccountsFileFields fields) {
        String digest = fields.passwordDigest();
        String displayName = fields.displayName();
        String email = fields.email();
        boolean emailVerified = fields.flag("email_verified");
        Set<String> groups = fields.groups();
        boolean disabled = fields.flag("disabled");
        String claims = new AccountsFileClaims(fields, types).json();
        if (emailVerified && email == null) {
            fields.mistake("email_verified", "is true, but there is no email");
        }
        if (digest == null || displayName == null) {
            return Optional.empty();
        }
        return Optional.of(
                new FileAccount(username, displayName, email, emailVerified, groups, disabled, claims, digest));
    }

    private List<String> warnings(Set<?> topKeys) {
        List<String> warnings = new ArrayList<>();
        topKeys.stream()
                .filter(key -> !"users".equals(key))
                .forEach(key -> warnings.add("\"" + AccountsFileFields.printable(key)
                        + "\" at the top of the file is not \"users\" and is ignored"));
        ignored.forEach((attribute, count) -> warnings.add("attribute \"" + attribute + "\" "
                + "is unknown, perhaps misspelt, and is ignored (accounts that have it: " + count + ")"));
        return warnings;
    }
}
