package org.ostiary.ejb.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What both the configuration and administrators give names of their own, for clients to refer to. */
public enum DefinitionKind {
    /** An authorization policy: who may use a client, and how strongly they must have signed in. */
    POLICY(
            "policy",
            PolicyReader.PREFIX,
            "default-policy",
            Pattern.compile("[A-Za-z0-9_-]{1,100}"),
            ClientOption.AUTHORIZATION_POLICY,
            Pattern.compile("oidc\\.policy\\.([^.]+)\\.(.+)")),
    /** A scope, and the claims that it releases. */
    SCOPE(
            "scope",
            "oidc.scope.",
            "claims",
            Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._:-]{1,100}"),
            ClientOption.SCOPES,
            Pattern.compile("oidc\\.scope\\.(.+)\\.(claims)")),
    /** What the tokens of a client tell about people. */
    CLAIMS_POLICY(
            "claims_policy",
            "oidc.claims-policy.",
            "id-token",
            Pattern.compile("[A-Za-z0-9_-]{1,100}"),
            ClientOption.CLAIMS_POLICY,
            Pattern.compile("oidc\\.claims-policy\\.([^.]+)\\.(.+)"));

    private final String value;
    private final String prefix;
    private final String first;
    private final Pattern names;
    private final ClientOption option;
    private final Pattern keys;

    DefinitionKind(String value, String prefix, String first, Pattern names, ClientOption option, Pattern keys) {
        this.value = value;
        this.prefix = prefix;
        this.first = first;
        this.names = names;
        this.option = option;
        this.keys = keys;
    }

    /** How it is written, in the database too. */
    public String value() {
        return value;
    }

    /** The constant that is written so, where there is one. */
    public static Optional<DefinitionKind> of(String value) {
        return Stream.of(values()).filter(kind -> kind.value.equals(value)).findFirst();
    }

    /** Which of these a client with such options refers to. */
    public Set<String> namedBy(Map<String, String> clientOptions) {
        String text = clientOptions.getOrDefault(option.option(), "");
        return Arrays.stream(this == SCOPE ? text.split("(?<!\\\\),") : new String[] {text})
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /** Whether an administrator may give that name: it is part of an address. */
    boolean admits(String name) {
        return names.matcher(name).matches();
    }

    /** What each key of that name begins with. */
    public String prefix(String name) {
        return prefix + name + ".";
    }

    /** The option that is there in any case, so that the name is. */
    String first() {
        return first;
    }

    /** The name and the option of a key of the configuration; null where it is none of these. */
    @Nullable
    Matcher parts(String key) {
        Matcher parts = keys.matcher(key);
        return FreeKeys.isKnown(key) && parts.matches() ? parts : null;
    }
}
