package org.ostiary.web.console;

import java.util.List;
import java.util.Locale;
import org.ostiary.ejb.config.ConfiguredEntry;

/** Keys of the configuration in whose name or source a text is found. */
public record ConfigurationModel(List<ConfiguredEntry> entries, String find) {

    static ConfigurationModel of(List<ConfiguredEntry> all, String find) {
        String wanted = find.toLowerCase(Locale.ROOT);
        return new ConfigurationModel(
                all.stream()
                        .filter(entry -> (entry.key() + " " + entry.source())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                        .toList(),
                find);
    }
}
