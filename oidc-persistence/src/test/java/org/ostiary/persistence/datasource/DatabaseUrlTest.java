package org.ostiary.persistence.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @DisplayName("an H2 file that is not written at each commit is refused, with the reason and the fix")
    @ValueSource(
            strings = {
                "jdbc:h2:file:/srv/ostiary",
                "jdbc:h2:/srv/ostiary",
                "jdbc:h2:~/ostiary;MODE=PostgreSQL",
                "jdbc:h2:file:/srv/ostiary;WRITE_DELAY=500",
                "jdbc:h2:file:/srv/ostiary;WRITE_DELAY=05",
                "jdbc:h2:file:/srv/write_delay=0",
                "jdbc:h2:tcp://localhost/srv/ostiary",
                "JDBC:H2:file:/srv/ostiary"
            })
    void refusesAnH2FileThatIsWrittenLater(String url) {
        assertThat(DatabaseUrl.mistake(url)).get().asString().contains("crash", ";WRITE_DELAY=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/srv/ostiary;WRITE_DELAY=0",
                "jdbc:h2:file:/srv/ostiary;write_delay=0;MODE=PostgreSQL",
                "jdbc:h2:mem:ostiary",
                "jdbc:postgresql://db.example/ostiary"
            })
    void acceptsADatabaseThatKeepsWhatItAcknowledged(String url) {
        assertThat(DatabaseUrl.mistake(url)).isEmpty();
    }

    @Test
    void refusesWhatIsNoJdbcUrl() {
        assertThat(DatabaseUrl.mistake("postgresql://db.example/ostiary"))
                .get()
                .asString()
                .contains("jdbc:");
    }

    @Test
    void putsTheEmbeddedDatabaseIntoTheDataDirectoryAsAnAbsolutePath() {
        String url = DatabaseUrl.embedded(Path.of("./ostiary-data"));

        assertThat(url)
                .isEqualTo("jdbc:h2:file:" + Path.of("").toAbsolutePath() + "/ostiary-data/ostiary;WRITE_DELAY=0");
        assertThat(DatabaseUrl.mistake(url)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("an H2 file is opened so that an interrupted thread doesn't close it; everything else as it is named")
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:file:/srv/ostiary;WRITE_DELAY=0 | jdbc:h2:async:/srv/ostiary;WRITE_DELAY=0
            JDBC:H2:FILE:/srv/ostiary;WRITE_DELAY=0 | jdbc:h2:async:/srv/ostiary;WRITE_DELAY=0
            jdbc:h2:/srv/ostiary;WRITE_DELAY=0      | jdbc:h2:async:/srv/ostiary;WRITE_DELAY=0
            jdbc:h2:~/ostiary;WRITE_DELAY=0         | jdbc:h2:async:~/ostiary;WRITE_DELAY=0
            jdbc:h2:C:/ostiary;WRITE_DELAY=0        | jdbc:h2:async:C:/ostiary;WRITE_DELAY=0
            jdbc:h2:mem:ostiary                     | jdbc:h2:mem:ostiary
            jdbc:h2:tcp://db/srv/x;WRITE_DELAY=0    | jdbc:h2:tcp://db/srv/x;WRITE_DELAY=0
            jdbc:h2:nioMapped:/srv/x;WRITE_DELAY=0  | jdbc:h2:nioMapped:/srv/x;WRITE_DELAY=0
            jdbc:postgresql://db.example/ostiary    | jdbc:postgresql://db.example/ostiary
            """)
    void staysOpenWhenAThreadIsInterrupted(String configured, String opened) {
        assertThat(DatabaseUrl.lasting(configured)).isEqualTo(opened);
    }
}
