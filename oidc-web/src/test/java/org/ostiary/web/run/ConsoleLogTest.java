package org.ostiary.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the console shows of a server that was started by the command of the README. */
class ConsoleLogTest {

    private static final Path CONFIGURATION = Path.of("src/main/payara/logging.properties");

    @Test
    @DisplayName("The banner with the set-up link is shown, and what Ostiary says, and of the server what is wrong")
    void showsTheBanner() throws IOException {
        Properties levels = new Properties();
        try (InputStream configuration = Files.newInputStream(CONFIGURATION)) {
            levels.load(configuration);
        }
        assertThat(level(levels, "ostiary.start")).isEqualTo(Level.INFO);
        assertThat(level(levels, "org.ostiary.ejb.start.StartUp")).isEqualTo(Level.INFO);
        assertThat(level(levels, "fish.payara.micro")).isEqualTo(Level.WARNING);
    }

    /** Of the nearest logger above that has one. */
    private static Level level(Properties levels, String name) {
        for (String above = name; !above.isEmpty(); above = above.substring(0, Math.max(0, above.lastIndexOf('.')))) {
            String level = levels.getProperty(above + ".level");
            if (level != null) {
                return Level.parse(level);
            }
        }
        return Level.parse(levels.getProperty(".level"));
    }
}
