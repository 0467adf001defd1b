package org.ostiary.ejb.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the container the operator's file: below the environment (300), above what is packaged (100). A file that is
 * named and cannot be read yields nothing here; {@link ProviderConfigProducer} and {@link ConfigurationCheck} stop the
 * start for it, because servers differ in what they do when a source throws.
 */
public class OperatorFile implements ConfigSource {
    private static final int ORDINAL = 250;

    private final Map<String, String> values = OperatorProperties.read().values();

    @Override
    public Map<String, String> getProperties() {
        return values;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String key) {
        return values.get(key);
    }

    @Override
    public String getName() {
        return "the file that oidc.config or OIDC_CONFIG names";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
