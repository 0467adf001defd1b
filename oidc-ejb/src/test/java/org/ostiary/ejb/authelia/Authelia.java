package org.ostiary.ejb.authelia;

import java.util.Map;
import org.ostiary.ejb.yaml.SafeYaml;

/** Configurations of Authelia for tests: a right one around the clients and options that a test is about. */
final class Authelia {

    static final String DIGEST =
            "$pbkdf2-sha512$310000$c8p78n7pUMln0jzvd4aK4Q$JNRBzwAo0ek5qKn50cFzzvE9RXV88h1wJn5KGiHrD0YKtZaR"
                    + "/nCb2CJPOsKaPK0hjf.9yHxzQGZziziccp6Yng";

    private static final String HEAD = """
            session:
              cookies:
                - domain: 'example.com'
                  authelia_url: 'https://auth.example.com/'
            identity_providers:
              oidc:
            """;

    private Authelia() {}

    /** What a provider with these options becomes; they are indented by nothing. */
    static Translation provider(String options) {
        return Translation.of(SafeYaml.load(HEAD + options.indent(4)));
    }

    /** What a confidential client {@code wiki} with these options becomes. */
    static Translation client(String options) {
        return provider("""
                clients:
                  - client_id: wiki
                    client_secret: '%s'
                    redirect_uris: ['https://wiki.example.com/cb']
                """.formatted(DIGEST) + options.indent(4));
    }

    /** What a public client {@code app} with these options becomes. */
    static Translation publicClient(String options) {
        return provider("""
                clients:
                  - client_id: app
                    public: true
                """ + options.indent(4));
    }

    /** The options of a client, without what stands before them. */
    static Map<String, String> optionsOf(Translation translation, String clientId) {
        String prefix = "oidc.client." + clientId + ".";
        return translation.values().entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.getKey().substring(prefix.length()), Map.Entry::getValue));
    }
}
