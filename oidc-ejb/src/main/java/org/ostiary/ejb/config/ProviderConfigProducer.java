package org.ostiary.ejb.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/** Reads the configuration in a container, once. */
@Dependent
public class ProviderConfigProducer {
    private static final System.Logger LOG = System.getLogger(ProviderConfigProducer.class.getName());

    /** With its mistakes and warnings; both are written to the log here. */
    @Produces
    @Singleton
    ConfigurationReport report() {
        Config config = ConfigProvider.getConfig();
        ConfiguredValues values = values(config);
        ConfigurationReport report = ConfigurationCheck.report(values, OperatorProperties.read())
                .withMistakes(ExpressionCheck.mistakes(values.names(), config::getConfigValue));
        report.warnings().forEach(line -> LOG.log(System.Logger.Level.WARNING, line));
        // Servers bury the message of an exception among their own.
        report.mistakes().forEach(line -> LOG.log(System.Logger.Level.ERROR, line));
        return report;
    }

    private static ConfiguredValues values(Config config) {
        Set<String> names = new HashSet<>();
        config.getPropertyNames().forEach(names::add);
        return new ConfiguredValues(key -> config.getOptionalValue(key, String.class), names);
    }

    /** What the sources say, for what is read later by the same rules. */
    @Produces
    @Singleton
    ConfiguredValues configuredValues() {
        return values(ConfigProvider.getConfig());
    }

    /** Where each value is from. */
    @Produces
    @Singleton
    Provenance provenance() {
        Config config = ConfigProvider.getConfig();
        return Provenance.of(values(config), key -> {
            ConfigValue value = config.getConfigValue(key);
            return new Provenance.Source(value.getSourceName(), value.getSourceOrdinal());
        });
    }

    /**
     * The configuration for everybody.
     *
     * @throws ConfigurationException with a line per mistake
     */
    @Produces
    @Singleton
    ProviderConfig providerConfig(ConfigurationReport report) {
        return report.require();
    }
}
