package org.ostiary.ejb.protocol.lint;

import static org.ostiary.ejb.protocol.lint.LintGrade.B;
import static org.ostiary.ejb.protocol.lint.LintGrade.C;
import static org.ostiary.ejb.protocol.lint.LintGrade.D;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** What is looked for, the worst first: each with the section that asks for it, the grade of a client it is true of, and the fix. */
public enum LintRule {
    TOKENS_THROUGH_BROWSERS(
            "RFC 9700, section 2.1.2",
            D,
            "Access tokens travel through browsers: remove the response types with token, and use code",
            client -> client.responseTypes().stream()
                    .anyMatch(type -> Set.of(type.split(" ")).contains("token"))),
    PLAIN_HTTP(
            "RFC 9700, section 2.6",
            D,
            "A redirect URI is http and not on this machine: make it https",
            client -> client.redirectUris().stream().anyMatch(LintRule::plain)),
    NO_PKCE_WITHOUT_SECRET(
            "RFC 9700, section 2.1.1",
            D,
            "A public client need not use PKCE: set require-pkce, or a stolen code is enough",
            client -> codes(client) && client.isPublic() && !client.requirePkce()),
    NO_QUESTION_WITHOUT_SECRET(
            "RFC 8252, section 8.6",
            C,
            "Nobody is asked although anybody can take the place of a public client: use the consent mode explicit",
            client -> client.isPublic() && client.consent().mode() == ConsentMode.IMPLICIT),
    PLAIN_CHALLENGE(
            "RFC 9700, section 2.1.1",
            C,
            "The PKCE method plain protects no code from who reads the request: set pkce-challenge-method to S256",
            client -> "plain".equals(client.strictness().challengeMethod())),
    GUESSABLE_SCHEME(
            "RFC 8252, section 7.1",
            C,
            "The scheme of a redirect URI has no dot, so another app may claim it: use a domain name backwards, or https",
            client -> client.redirectUris().stream().anyMatch(LintRule::guessable)),
    NO_PKCE(
            "RFC 9700, section 2.1.1",
            B,
            "PKCE is recommended for clients with a secret too: set require-pkce when the application can do it",
            client -> codes(client) && !client.isPublic() && !client.requirePkce()),
    SHARED_SECRET(
            "RFC 9700, section 2.5",
            B,
            "The client shares a secret with this server: private_key_jwt leaves nothing to steal here",
            client -> client.authenticationMethods().stream().anyMatch(LintRule::shared)),
    UNBOUND_AUDIENCE(
            "RFC 9700, section 2.3",
            B,
            "Access tokens are for every resource server: name those that the client needs in audience",
            client -> client.audience().allowed().isEmpty()
                    && client.scopes().stream().anyMatch(scope -> !OpenIdScopes.ALL.contains(scope))),
    LOOPBACK_BY_NAME(
            "RFC 8252, section 8.3",
            B,
            "A redirect URI says localhost, which may be another machine: write 127.0.0.1 or [::1]",
            client -> client.redirectUris().stream().anyMatch(uri -> uri.startsWith("http://localhost")));

    /** Held apart, because an enum's constants are made before its fields. */
    private static final class OpenIdScopes {
        static final Set<String> ALL =
                Set.of("openid", "profile", "email", "address", "phone", "groups", "offline_access");
    }

    private final String section;
    private final LintGrade grade;
    private final String fix;

    @SuppressWarnings("ImmutableEnumChecker") // All are functions without state.
    private final Predicate<RegisteredClient> found;

    LintRule(String section, LintGrade grade, String fix, Predicate<RegisteredClient> found) {
        this.section = section;
        this.grade = grade;
        this.fix = fix;
        this.found = found;
    }

    /** The name, for example {@code no-pkce}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String section() {
        return section;
    }

    /** The best grade of a client of which it is true. */
    public LintGrade grade() {
        return grade;
    }

    /** What is wrong and what to do. */
    public String fix() {
        return fix;
    }

    boolean isTrueOf(RegisteredClient client) {
        return found.test(client);
    }

    private static boolean codes(RegisteredClient client) {
        return client.grantTypes().contains("authorization_code");
    }

    private static boolean plain(String uri) {
        String host = URI.create(uri).getHost();
        return uri.toLowerCase(Locale.ROOT).startsWith("http://")
                && !Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(host));
    }

    private static boolean guessable(String uri) {
        String scheme = String.valueOf(URI.create(uri).getScheme());
        return !scheme.equals("https") && !scheme.equals("http") && !scheme.contains(".");
    }

    private static boolean shared(ClientAuthenticationMethod method) {
        return method != ClientAuthenticationMethod.PRIVATE_KEY_JWT && method != ClientAuthenticationMethod.NONE;
    }
}
