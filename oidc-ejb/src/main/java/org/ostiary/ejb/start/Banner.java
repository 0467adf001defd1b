package org.ostiary.ejb.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.config.BuiltInClients;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.config.TryItClient;

/** What an operator reads first. */
final class Banner {

    private Banner() {}

    static String of(ProviderConfig config, DataSource dataSource, String signatures, Optional<String> setUpLink) {
        StringJoiner lines = new StringJoiner("\n  ", "\n\n  ", "\n");
        lines.add("Ostiary is ready");
        lines.add("issuer      " + config.issuer().value());
        lines.add("database    " + database(dataSource));
        lines.add("signatures  " + signatures);
        lines.add("clients     " + configured(config) + " configured");
        if (has(config, AdministrationClient.ID)) {
            lines.add("pages       " + config.issuer().endpoint("/admin"));
        }
        if (has(config, TryItClient.ID)) {
            lines.add("try it      " + config.issuer().endpoint(TryItClient.PATH));
        }
        setUpLink.ifPresent(link -> {
            lines.add("");
            lines.add("Open this link within 30 minutes to create an administrator; it works once:");
            lines.add(link);
        });
        return lines.toString();
    }

    private static long configured(ProviderConfig config) {
        return config.clients().stream()
                .filter(client -> !BuiltInClients.has(client.client().clientId()))
                .count();
    }

    private static boolean has(ProviderConfig config, String clientId) {
        return config.clients().stream()
                .anyMatch(client -> client.client().clientId().equals(clientId));
    }

    private static String database(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            String version =
                    connection.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
            return product.equals("H2")
                    ? product + " " + version + " (embedded, for one node)"
                    : product + " " + version;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
