package org.ostiary.ejb.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scope values: the ones this provider knows, and how a list of them is written (RFC 6749, section 3.3). */
public final class Scopes {

    public static final String OPENID = "openid";
    public static final String PROFILE = "profile";
    public static final String EMAIL = "email";
    public static final String ADDRESS = "address";
    public static final String PHONE = "phone";
    public static final String GROUPS = "groups";
    public static final String OFFLINE_ACCESS = "offline_access";

    /** Every scope that this provider gives a meaning to, in the order it publishes them. */
    public static final List<String> KNOWN = List.of(OPENID, PROFILE, EMAIL, ADDRESS, PHONE, GROUPS, OFFLINE_ACCESS);

    /** Lets its bearer read all about the provider that is no secret, where the person or client may. */
    public static final String AUDIT = "ostiary:audit";

    /** Lets its bearer administer the provider, where the person or client may. */
    public static final String ADMIN = "ostiary:admin";

    /** Those of our own, which a client has only if it is registered for them; they are not published. */
    public static final List<String> RESERVED = List.of(AUDIT, ADMIN);

    private Scopes() {}

    /** Every scope that a client may be registered for where the operator has these of their own; the standard ones first. */
    public static Set<String> all(Collection<String> own) {
        Set<String> all = new LinkedHashSet<>(KNOWN);
        all.addAll(RESERVED);
        all.addAll(own);
        return all;
    }

    /** The values of a {@code scope} parameter, in order, each once. */
    public static Set<String> parse(String text) {
        List<String> values =
                Arrays.stream(text.split(" ")).filter(value -> !value.isEmpty()).toList();
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The scopes as one parameter writes them, with a space between. */
    public static String format(Set<String> scopes) {
        return String.join(" ", scopes);
    }
}
