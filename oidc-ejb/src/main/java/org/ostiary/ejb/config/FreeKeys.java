package org.ostiary.ejb.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.client.ClientPolicy;

/** Reads the keys in which the operator chooses a name: scopes, claims policies, lifespans and authorization policies. */
final class FreeKeys {
    private static final Pattern SCOPE = Pattern.compile("oidc\\.scope\\.(.+)\\.claims");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("oidc\\.extra-attributes\\.([^.]+)\\.(value-type|multi-valued)");
    private static final Pattern LIFESPAN = Pattern.compile("oidc\\.lifespans\\.custom\\.([^.]+)\\."
            + "(?:grants\\.(authorization-code|refresh-token|client-credentials|implicit)\\.)?"
            + "(access-token|refresh-token|id-token|authorize-code)");
    /** RFC 6749, section 3.3. */
    private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}");

    private static final Map<String, Duration> LONGEST = Map.of(
            "access-token", Duration.ofHours(24),
            "id-token", Duration.ofHours(24),
            "refresh-token", Duration.ofDays(365),
            "authorize-code", Duration.ofMinutes(10));

    private final Set<String> names;
    private final Settings settings;
    private final Findings findings;
    private final Map<String, ClientPolicy> authorizationPolicies;

    FreeKeys(Set<String> names, Settings settings, Findings findings) {
        this.names = new TreeSet<>(names);
        this.settings = settings;
        this.findings = findings;
        this.authorizationPolicies = new PolicyReader(this.names, settings, findings).read();
    }

    static boolean isKnown(String name) {
        return SCOPE.matcher(name).matches()
                || ClaimsPolicyReader.isKnown(name)
                || ATTRIBUTE.matcher(name).matches()
                || LIFESPAN.matcher(name).matches()
                || PolicyReader.isKnown(name);
    }

    /** The authorization policies that clients may name. */
    Map<String, ClientPolicy> authorizationPolicies() {
        return authorizationPolicies;
    }

    /** The operator's scopes, each with the claims it releases. */
    Map<String, Set<String>> scopes() {
        Map<String, Set<String>> scopes = new LinkedHashMap<>();
        for (String name : names) {
            Matcher scope = SCOPE.matcher(name);
            if (scope.matches()) {
                Key key = new Key(name, null, false);
                judge(key, scope.group(1));
                scopes.put(scope.group(1), settings.list(key));
            }
        }
        return scopes;
    }

    private void judge(Key key, String scope) {
        if (Scopes.KNOWN.contains(scope) || Scopes.RESERVED.contains(scope)) {
            findings.mistake(
                    key,
                    scope,
                    "must not be a scope of OpenID Connect or of Ostiary: those have their meaning already");
        } else if (!SCOPE_TOKEN.matcher(scope).matches() || scope.startsWith("aud:") || scope.startsWith("claim:")) {
            findings.mistake(
                    key,
                    scope,
                    "a scope must have 1 to 100 printable ASCII characters without space, quotation mark and backslash,"
                            + " and not begin with aud: or claim:");
        }
    }

    /** The claims policies that clients may name. */
    Map<String, ClaimsPolicy> policies() {
        return new ClaimsPolicyReader(settings, findings).read(names);
    }

    /** What the attributes of accounts are that the operator declared. */
    Map<String, AttributeType> extraAttributes() {
        Map<String, AttributeType> types = new TreeMap<>();
        for (String name : names) {
            Matcher attribute = ATTRIBUTE.matcher(name);
            if (attribute.matches() && !types.containsKey(attribute.group(1))) {
                String prefix = "oidc.extra-attributes." + attribute.group(1);
                types.put(
                        attribute.group(1),
                        new AttributeType(
                                settings.choice(
                                        new Key(prefix + ".value-type", "string", false),
                                        AttributeType.Value.values(),
                                        AttributeType.Value::text),
                                settings.flag(new Key(prefix + ".multi-valued", "false", false))));
            }
        }
        return types;
    }

    /** The lifespans that clients may name. */
    Map<String, ClientLifespans> lifespans() {
        Map<String, Map<String, Duration>> values = new TreeMap<>();
        for (String name : names) {
            Matcher lifespan = LIFESPAN.matcher(name);
            if (lifespan.matches()) {
                Duration least =
                        lifespan.group(3).equals("authorize-code") ? Duration.ofSeconds(10) : Duration.ofMinutes(1);
                Duration most = LONGEST.getOrDefault(lifespan.group(3), Duration.ofHours(24));
                values.computeIfAbsent(lifespan.group(1), each -> new LinkedHashMap<>())
                        .put(member(lifespan), settings.duration(new Key(name, null, false), least, most));
            }
        }
        Map<String, ClientLifespans> lifespans = new LinkedHashMap<>();
        values.forEach((name, each) -> lifespans.put(name, new ClientLifespans(each)));
        return lifespans;
    }

    private static String member(Matcher lifespan) {
        String token = lifespan.group(3).replace('-', '_');
        String grant = lifespan.group(2);
        return grant == null ? token : grant.replace('-', '_') + "/" + token;
    }

    /** Every scope that a client may be registered for. */
    static Set<String> allScopes(Map<String, Set<String>> own) {
        return Scopes.all(own.keySet());
    }
}
