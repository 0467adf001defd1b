package org.ostiary.ejb.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ostiary.ejb.protocol.authorize.ResponseMode;
import org.ostiary.ejb.protocol.authorize.ResponseType;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ConsentMode;
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
        return reader(clientId, options, List.of(), new Findings()).client().authenticationMethods().stream()
                .anyMatch(ClientAuthenticationMethod::usesSecret);
    }

    /**
     * The client of these options.
     *
     * @param secret what it proves who it is by, where it needs one; else empty
     * @param definitions what it may refer to beside what is configured
     * @throws ConfigurationException with every mistake
     */
    public ConfiguredClient read(
            String clientId, Map<String, String> options, String secret, List<Definition> definitions) {
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
        ConfiguredClient client = reader(clientId, all, definitions, findings);
        List<String> mistakes = findings.mistakes();
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(mistakes);
        }
        return client;
    }

    /**
     * All that can be given here, in the order of the documentation.
     *
     * @param definitions what may be referred to beside what is configured
     */
    public List<OptionDescription> describe(List<Definition> definitions) {
        Map<ClientOption, List<String>> choices = choices(definitions);
        return Stream.of(ClientOption.values())
                .filter(option -> !option.option().startsWith(PREFIX))
                .map(option -> new OptionDescription(
                        option.option(), option.standard(), choices.getOrDefault(option, flag(option))))
                .toList();
    }

    private static List<String> flag(ClientOption option) {
        return "true".equals(option.standard()) || "false".equals(option.standard())
                ? List.of("true", "false")
                : List.of();
    }

    private Map<ClientOption, List<String>> choices(List<Definition> definitions) {
        ConfiguredValues all = DefinitionReader.with(values, definitions);
        Findings findings = new Findings();
        FreeKeys free = new FreeKeys(all.names(), new Settings(all, findings), findings);
        return Map.of(
                ClientOption.SCOPES,
                List.copyOf(FreeKeys.allScopes(free.scopes())),
                ClientOption.GRANT_TYPES,
                ClientReader.GRANT_TYPES,
                ClientOption.RESPONSE_TYPES,
                ResponseType.allowed(config.enableTokenResponseTypes()).stream()
                        .map(ResponseType::value)
                        .toList(),
                ClientOption.RESPONSE_MODES,
                words(ResponseMode.values(), ResponseMode::value),
                ClientOption.AUTHORIZATION_POLICY,
                policies(free),
                ClientOption.CONSENT_MODE,
                words(ConsentMode.values(), ConsentMode::value),
                ClientOption.APPLICATION_TYPE,
                words(ApplicationType.values(), ApplicationType::value),
                ClientOption.TOKEN_ENDPOINT_AUTH_METHOD,
                words(ClientAuthenticationMethod.values(), ClientAuthenticationMethod::value));
    }

    private static List<String> policies(FreeKeys free) {
        return Stream.concat(
                        Stream.of(AuthorizationPolicy.values()).map(AuthorizationPolicy::value),
                        free.authorizationPolicies().keySet().stream())
                .toList();
    }

    private static <E> List<String> words(E[] constants, Function<E, String> word) {
        return Stream.of(constants).map(word).toList();
    }

    private ConfiguredClient reader(
            String clientId, Map<String, String> options, List<Definition> definitions, Findings findings) {
        String prefix = ClientOption.PREFIX + clientId + ".";
        Map<String, String> own = new HashMap<>();
        options.forEach((option, text) -> own.put(prefix + option, text));
        ConfiguredValues all = DefinitionReader.with(values, definitions).with(own, key -> key.startsWith(prefix));
        Settings settings = new Settings(all, findings);
        return new ClientReader(clientId, settings, findings, new FreeKeys(all.names(), settings, findings))
                .read(
                        new RedirectUriRegistration(config.issuer(), config.allowInsecureRedirectUris()),
                        config.enforcePkce(),
                        config.enableTokenResponseTypes());
    }
}
