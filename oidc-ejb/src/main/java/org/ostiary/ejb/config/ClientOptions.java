package org.ostiary.ejb.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.RedirectUriRegistration;

/**
 * Reads a client that somebody registers while the server runs, by the very rules of the configuration: the same options, the same
 * defaults, the same mistakes. Nothing of it is in the configuration itself.
 */
@ApplicationScoped
public class ClientOptions {

    private static final String PREFIX = "client-secret";

    @Inject
    ConfiguredValues values;

    @Inject
    ProviderConfig config;

    /** Whether a client with these options proves who it is by a secret. */
    public boolean needSecret(String clientId, Map<String, String> options) {
        return reader(clientId, options, new Findings()).client().authenticationMethods().stream()
                .anyMatch(ClientAuthenticationMethod::usesSecret);
    }

    /**
     * The client of these options.
     *
     * @param secret what it proves who it is by, where it needs one; else empty
     * @throws ConfigurationException with every mistake
     */
    public ConfiguredClient read(String clientId, Map<String, String> options, String secret) {
        Findings findings = new Findings();
        options.keySet().stream()
                .filter(option -> !ClientOption.isKnown(option) || option.startsWith(PREFIX))
                .forEach(option -> findings.mistake(
                        new Key(ClientOption.PREFIX + "<client_id>." + option, null, true),
                        "",
                        "is not an option that can be given here; secrets are made by the server"));
        Map<String, String> all = new HashMap<>(options);
        if (!secret.isEmpty()) {
            all.put(PREFIX, ClientSecretText.PLAIN + secret);
        }
        ConfiguredClient client = reader(clientId, all, findings);
        List<String> mistakes = findings.mistakes();
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(mistakes);
        }
        return client;
    }

    private ConfiguredClient reader(String clientId, Map<String, String> options, Findings findings) {
        ConfiguredValues with = with(clientId, options);
        Settings settings = new Settings(with, findings);
        return new ClientReader(clientId, settings, findings, new FreeKeys(with.names(), settings, findings))
                .read(
                        new RedirectUriRegistration(config.issuer(), config.allowInsecureRedirectUris()),
                        config.enforcePkce(),
                        config.enableTokenResponseTypes());
    }

    private ConfiguredValues with(String clientId, Map<String, String> options) {
        String prefix = ClientOption.PREFIX + clientId + ".";
        Map<String, String> own = new HashMap<>();
        options.forEach((option, text) -> own.put(prefix + option, text));
        Set<String> names = new HashSet<>(values.names());
        names.addAll(own.keySet());
        return new ConfiguredValues(
                key -> key.startsWith(prefix)
                        ? Optional.ofNullable(own.get(key))
                        : values.lookup().apply(key),
                names);
    }
}
