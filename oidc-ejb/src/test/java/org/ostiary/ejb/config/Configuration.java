package org.ostiary.ejb.config;

import java.util.Map;
import java.util.TreeMap;

/** A right configuration to break one thing of. */
record Configuration(Map<String, String> values) {
    static final String SECRET = "$plaintext$zGk3vPq8RrT1mYwXcB5nLs7dJfHa2Ue9";

    /** The one required key, in production. */
    static Configuration smallest() {
        return new Configuration(Map.of("oidc.issuer", "https://id.example.org"));
    }

    /** With one confidential client called {@code app}. */
    static Configuration withConfidentialClient() {
        return smallest()
                .with("oidc.client.app.client-secret", SECRET)
                .with("oidc.client.app.redirect-uris", "https://app.example.org/cb")
                .with("oidc.client.app.authorization-policy", "one_factor");
    }

    /** With one public client called {@code app}. */
    static Configuration withPublicClient() {
        return withConfidentialClient().without("oidc.client.app.client-secret").with("oidc.client.app.public", "true");
    }

    Configuration with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new Configuration(changed);
    }

    Configuration without(String key) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove(key);
        return new Configuration(changed);
    }

    ConfigurationReport report() {
        return ConfigurationReader.read(ConfiguredValues.of(values));
    }

    ProviderConfig read() {
        return report().require();
    }

    /** The only client. */
    ConfiguredClient client() {
        return read().clients().get(0);
    }
}
