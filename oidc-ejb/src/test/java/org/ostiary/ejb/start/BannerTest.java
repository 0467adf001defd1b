package org.ostiary.ejb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.fixture.SampleConfig;

class BannerTest {

    private static final String LINK = "https://id.example.org/setup.xhtml?token=abc";

    private final ProviderConfig config = SampleConfig.production().build();

    @Test
    @DisplayName("F30: the set-up link is shown once, with its limits, where no administrator exists")
    void showsTheSetUpLinkOnce() {
        assertThat(banner(Optional.of(LINK)))
                .containsOnlyOnce(LINK)
                .contains("30 minutes")
                .contains("works once");
        assertThat(banner(Optional.empty())).doesNotContain("setup").doesNotContain("administrator");
    }

    @Test
    void saysWhatRuns() {
        assertThat(banner(Optional.empty()))
                .contains("https://id.example.org")
                .contains("database    H2 ")
                .contains("the engine of the test");
    }

    @Test
    @DisplayName("The banner is in the log, so it holds no secret")
    void holdsNoSecret() {
        assertThat(banner(Optional.of(LINK))).doesNotContain("AAECAwQF").doesNotContain("jdbc:");
    }

    private String banner(Optional<String> link) {
        return Banner.of(config, database(), "the engine of the test", link);
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        return database;
    }
}
