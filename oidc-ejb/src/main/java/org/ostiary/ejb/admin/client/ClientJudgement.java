package org.ostiary.ejb.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.client.SectorCheck;
import org.ostiary.ejb.config.ClientOptions;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.config.Definition;
import org.ostiary.ejb.config.OptionDescription;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.keys.JwkSets;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.random.SecureTokens;

/**
 * Judges the options of clients that are registered here: by the rules of the configuration, and by what holds for these clients
 * alone. May fetch the list of a sector.
 */
@ApplicationScoped
public class ClientJudgement {

    @Inject
    ClientOptions reader;

    @Inject
    DefinitionShelf definitions;

    @Inject
    SectorCheck sectors;

    @Inject
    ProviderConfig config;

    @Inject
    SecureTokens random;

    /** Whether a client with these options proves who it is by a secret. */
    public boolean needsSecret(String clientId, Map<String, String> options) {
        return reader.needSecret(clientId, options);
    }

    /**
     * The client of these options, where nothing is known of its secret or nothing to be judged.
     *
     * @throws AdminRefusal with every mistake
     */
    public ConfiguredClient read(String clientId, Map<String, String> options) {
        return read(clientId, options, unjudged(clientId, options));
    }

    /**
     * The same where these could be referred to, too.
     *
     * @throws AdminRefusal with every mistake
     */
    public ConfiguredClient read(String clientId, Map<String, String> options, List<Definition> supposed) {
        return read(clientId, options, unjudged(clientId, options), definitions.countingWith(supposed));
    }

    /**
     * The client that is to have these options instead of others.
     *
     * @throws AdminRefusal with every mistake; one is a sector whose list cannot be had
     */
    public ConfiguredClient readChanged(String clientId, Map<String, String> options) {
        return readNew(clientId, options, unjudged(clientId, options));
    }

    /**
     * The client of these options where these are what it may refer to. Nobody else's server is asked for the list of its sector.
     *
     * @throws AdminRefusal with every mistake
     */
    ConfiguredClient readHere(String clientId, Map<String, String> options, List<Definition> counting) {
        return judged(clientId, options, unjudged(clientId, options), counting);
    }

    /** The policies and scopes that clients are judged under now. */
    List<Definition> counting() {
        return definitions.counting();
    }

    /** What names the policies and scopes that clients are judged under now. */
    public long definitions() {
        return definitions.version();
    }

    /** What can be registered, for a form. */
    List<OptionDescription> describe() {
        return reader.describe(definitions.counting());
    }

    /**
     * The client that its options describe where these are what it may refer to. Of what is judged at registration alone
     * nothing is judged again.
     *
     * @throws ConfigurationException where the configuration of today does not allow it
     */
    public ConfiguredClient under(List<Definition> counting, String clientId, Map<String, String> options) {
        return reader.read(clientId, options, unjudged(clientId, options), counting);
    }

    /** The secret that a client has cannot be read any more, and is not judged again. */
    private String unjudged(String clientId, Map<String, String> options) {
        return needsSecret(clientId, options) ? random.handle("") : "";
    }

    /**
     * The client that is to be registered with these options.
     *
     * @throws AdminRefusal with every mistake; one is a sector whose list cannot be had
     */
    public ConfiguredClient readNew(String clientId, Map<String, String> options, String secret) {
        ConfiguredClient client = judged(clientId, options, secret, definitions.counting());
        sectors.refusal(client.client()).ifPresent(right -> {
            throw mistakes(List.of("sector-identifier-uri: " + right));
        });
        return client;
    }

    /**
     * The client of these options.
     *
     * @param secret what it proves who it is by, where it needs one; else empty
     * @throws AdminRefusal with every mistake
     */
    public ConfiguredClient read(String clientId, Map<String, String> options, String secret) {
        return read(clientId, options, secret, definitions.counting());
    }

    private ConfiguredClient read(
            String clientId, Map<String, String> options, String secret, List<Definition> counting) {
        ConfiguredClient client = judged(clientId, options, secret, counting);
        if (sectors.admitted(List.of(client)).isEmpty()) {
            throw mistakes(List.of("sector-identifier-uri: must be a JSON array with each of the redirect-uris"));
        }
        return client;
    }

    private ConfiguredClient judged(
            String clientId, Map<String, String> options, String secret, List<Definition> counting) {
        ConfiguredClient client;
        try {
            client = reader.read(clientId, options, secret, counting);
        } catch (ConfigurationException wrong) {
            throw mistakes(wrong.mistakes());
        }
        if (client.client().administration() != AdministrationRole.NONE
                || client.client().audience().allowed().contains(config.administrationAudience())) {
            throw mistakes(List.of("administration-role, audience: who administers is registered in the configuration"
                    + " alone, so that no token makes another administrator"));
        }
        String jwks = client.client().keys().jwks();
        if (jwks != null) {
            JwkSets.refusal(jwks).ifPresent(right -> {
                throw mistakes(List.of("jwks: " + right));
            });
        }
        return client;
    }

    private static AdminRefusal mistakes(List<String> lines) {
        return new AdminRefusal(
                AdminRefusal.Kind.MALFORMED,
                new Rule("client-options", "RFC 7591, section 2"),
                "The client cannot be registered with these options",
                lines);
    }
}
