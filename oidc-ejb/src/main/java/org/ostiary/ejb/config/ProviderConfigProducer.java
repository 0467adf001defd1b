package org.ostiary.ejb.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the configuration in a container, once. */
@Dependent
public class ProviderConfigProducer {
    private static final System.Logger LOG = System.getLogger(ProviderConfigProducer.class.getName());

    /** With its mistakes and warnings; both are written to the log here. */
    @Produces
    @Singleton
    ConfigurationReport report() {
        Config config = ConfigProvider.getConfig();
        Set<String> names = new HashSet<>();
        config.getPropertyNames().forEach(names::add);
        ConfiguredValues values = new ConfiguredValues(key -> config.getOptionalValue(key, String.class), names);
        ConfigurationReport report = ConfigurationCheck.report(values, OperatorProperties.read());
        report.warnings().forEach(line -> LOG.log(System.Logger.Level.WARNING, line));
        // Servers bury the message of an exception among their own.
        report.mistakes().forEach(line -> LOG.log(System.Logger.Level.ERROR, line));
        return report;
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
