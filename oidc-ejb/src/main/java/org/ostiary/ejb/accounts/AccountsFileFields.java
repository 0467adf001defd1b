package org.ostiary.ejb.accounts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordDigest;

/** The attributes of one account: each is read by a method that adds a line to the mistakes when its value is wrong. */
final class AccountsFileFields {

    private static final int MAXIMUM_DISPLAY_NAME = 200;
    private static final int MAXIMUM_EMAIL = 254;
    private static final int MAXIMUM_GROUP = 200;
    private static final int MAXIMUM_GROUPS = 1_000;
    private static final int PRINTED = 100;

    private final String user;
    private final Map<?, ?> attributes;
    private final Collection<String> mistakes;
    private final Set<String> read = new TreeSet<>();

    AccountsFileFields(String user, Map<?, ?> attributes, Collection<String> mistakes) {
        this.user = user;
        this.attributes = attributes;
        this.mistakes = mistakes;
    }

    /** Adds a mistake of one attribute. */
    void mistake(String attribute, String what) {
        mistakes.add(user + attribute + " " + what);
    }

    /** Null after a mistake. */
    @Nullable
    String passwordDigest() {
        String digest = text("password");
        if (digest == null) {
            requirePresent("password", "a digest, as $argon2id$v=19$m=…");
            return null;
        }
        try {
            PasswordDigest.parse(digest);
            return digest;
        } catch (MalformedDigestException malformed) {
            mistake("password", malformed.reason());
            return null;
        }
    }

    /** Null after a mistake. */
    @Nullable
    String displayName() {
        String name = text("displayname");
        if (name == null) {
            requirePresent("displayname", "the name that applications show");
            return null;
        }
        if (name.length() > MAXIMUM_DISPLAY_NAME || hasControl(name)) {
            mistake("displayname", "has more than " + MAXIMUM_DISPLAY_NAME + " characters or a control character");
            return null;
        }
        return name;
    }

    /** Null when there is none, and after a mistake. */
    @Nullable
    String email() {
        String email = text("email");
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        boolean blank = email.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        if (at < 1 || at == email.length() - 1 || blank || email.length() > MAXIMUM_EMAIL) {
            mistake("email", "is not an address (name@host, at most " + MAXIMUM_EMAIL + " characters)");
            return null;
        }
        return email;
    }

    /** False when absent, and after a mistake. The words are those of YAML 1.1, which Authelia reads too. */
    boolean flag(String attribute) {
        String text = text(attribute);
        if (text == null) {
            return false;
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y" -> {
                return true;
            }
            case "false", "no", "off", "n" -> {
                return false;
            }
            default -> {
                mistake(attribute, "must be true or false");
                return false;
            }
        }
    }

    /** In the order of the file. */
    Set<String> groups() {
        read.add("groups");
        Object value = attributes.get("groups");
        Set<String> groups = new LinkedHashSet<>();
        if (value == null || (value instanceof String text && absent(text))) {
            return groups;
        }
        if (!(value instanceof List<?> list) || list.size() > MAXIMUM_GROUPS) {
            mistake("groups", "must be a list of at most " + MAXIMUM_GROUPS + " names");
            return groups;
        }
        for (Object group : list) {
            if (group instanceof String name && usableGroup(name)) {
                groups.add(name);
            } else {
                mistake("groups", "has an entry that is not a name of 1 to " + MAXIMUM_GROUP + " characters");
            }
        }
        return groups;
    }

    /** The members of an attribute that has some; none when it is absent, and after a mistake. */
    Map<?, ?> members(String attribute) {
        read.add(attribute);
        Object value = attributes.get(attribute);
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        if (value != null && !(value instanceof String text && absent(text))) {
            mistake(attribute, "must have members");
        }
        return Map.of();
    }

    /** The names of the attributes that nothing asked for. */
    Set<String> unread() {
        Set<String> unread = new TreeSet<>();
        for (Object attribute : attributes.keySet()) {
            if ("<<".equals(attribute)) {
                mistake("<<", "(a merge key) is not supported; write the attributes out");
            } else if (!(attribute instanceof String name) || !read.contains(name)) {
                unread.add(printable(attribute));
            }
        }
        return unread;
    }

    /** A text that is shown in messages: short, and without characters that would disturb a log. */
    static String printable(Object text) {
        if (!(text instanceof String string)) {
            return "?";
        }
        String shortened = string.length() > PRINTED ? string.substring(0, PRINTED) + "…" : string;
        return shortened.replaceAll("[\\p{C}\\u2028\\u2029]", "?");
    }

    /** Null when the attribute is absent or empty, and after a mistake. */
    @Nullable
    String text(String attribute) {
        read.add(attribute);
        Object value = attributes.get(attribute);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            mistake(attribute, "must be one text");
            return null;
        }
        return absent(text) ? null : text;
    }

    /** Says that an attribute is missing, unless it is there and another mistake was said of it. */
    private void requirePresent(String attribute, String what) {
        Object value = attributes.get(attribute);
        if (value == null || value instanceof String) {
            mistake(attribute, "is missing: " + what);
        }
    }

    private static boolean usableGroup(String name) {
        return !name.isBlank() && name.length() <= MAXIMUM_GROUP && !hasControl(name);
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    /** How YAML writes nothing. */
    private static boolean absent(String text) {
        return text.isBlank() || text.equals("~") || text.equals("null") || text.equals("Null") || text.equals("NULL");
    }
}
