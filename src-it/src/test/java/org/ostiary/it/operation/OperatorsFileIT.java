package org.ostiary.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;

/** What the operator's file says counts for the database, too, also while a server deploys an EAR. */
class OperatorsFileIT {

    @Test
    @DisplayName(
            "Payara Server: every connection goes to the database that the operator's file names, from the first one on")
    void namesTheDatabase(@TempDir Path directory) throws IOException {
        Path named = directory.resolve("named");
        Path file = directory.resolve("ostiary.properties");
        Files.writeString(file, "oidc.db.url=jdbc:h2:file:" + named + "/ostiary;WRITE_DELAY=0\n");
        try (OstiaryServer server =
                Servers.fresh(Flavour.SERVER_EAR_H2, ServerSettings.bare().with("oidc.config", file.toString()))) {
            server.start();
            assertThat(named.resolve("ostiary.mv.db")).exists();
            assertThat(server.dataDirectory().resolve("ostiary.mv.db")).doesNotExist();
            assertThat(new UserAgent().get(server.endpoint("/setup.xhtml")).status())
                    .isLessThan(500);
            assertThat(new UserAgent().get(server.endpoint("/jwks.json")).body())
                    .contains("\"kid\"");
        }
    }
}
