package org.ostiary.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** An archive that an operator put a jar with an identity store into (Jakarta Security 3.0, section 3). */
class IdentityStoreIT {

    @Test
    @DisplayName("Who is in the operator's store logs in, with its groups, and is the same person after a restart")
    void letsPeopleOfTheStoreIn(@TempDir Path files) throws IOException {
        Path jar = jar(files.resolve("house.jar"));
        try (OstiaryServer server =
                Servers.fresh(Flavour.MICRO_H2, ServerSettings.standard().withLibrary(jar))) {
            server.start();
            String sub = sub(server);
            assertThat(logIn(server, HouseStore.NAME, "a guess").hasElement("login-error"))
                    .isTrue();
            assertThat(logIn(server, HouseStore.BREAKS_IT, HouseStore.PASSWORD).status())
                    .isEqualTo(503);
            assertThat(logIn(server, TestAccounts.ALICE.username(), TestAccounts.ALICE.password())
                            .hasElement("profile-username"))
                    .isTrue();
            server.stop();
            server.start();
            assertThat(sub(server)).isEqualTo(sub);
        }
    }

    /** The staff's application lets in who is in the group that the store gives. */
    private static String sub(OstiaryServer server) {
        RelyingParty application = new RelyingParty(server, TestClients.STAFF);
        Tokens tokens = application.tokensFor(
                new TestAccount(HouseStore.NAME, HouseStore.PASSWORD),
                AuthorizationRequest.valid(TestClients.STAFF).with("scope", "openid profile"));
        Map<String, Object> told = application.verifiedIdToken(tokens);
        assertThat(application.userinfo(tokens.accessToken()).json())
                .containsEntry("preferred_username", HouseStore.NAME);
        return String.valueOf(told.get("sub"));
    }

    private static Answer logIn(OstiaryServer server, String name, String password) {
        Journey journey = new Journey(server);
        return journey.logIn(journey.open(server.endpoint("/account")), name, password);
    }

    private static Path jar(Path file) throws IOException {
        String entry = HouseStore.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                InputStream code = HouseStore.class.getResourceAsStream("/" + entry)) {
            zip.putNextEntry(new ZipEntry("META-INF/beans.xml"));
            zip.write(
                    "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"all\"/>"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(entry));
            Objects.requireNonNull(code, entry).transferTo(zip);
        }
        return file;
    }
}
