package org.ostiary.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.fixture.Database;
import org.ostiary.persistence.grant.AuthorizationCode;
import org.ostiary.persistence.grant.AuthorizationCodes;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantedRequest;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.grant.RefreshToken;
import org.ostiary.persistence.grant.RefreshTokens;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.interaction.Interactions;
import org.ostiary.persistence.interaction.PushedRequest;
import org.ostiary.persistence.interaction.PushedRequests;
import org.ostiary.persistence.replay.SetUpLink;
import org.ostiary.persistence.replay.SetUpLinks;
import org.ostiary.persistence.replay.UsedIdentifiers;
import org.ostiary.persistence.session.LoginSession;

/** B02: single use is one statement, and of eight callers in the same instant it lets exactly one through. */
class SingleUseTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROUNDS = 20;

    private final String unique = UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @DisplayName("An authorization code is spent once")
    @EnumSource
    void spendsACodeOnce(Database database) throws Exception {
        String grantId = addGrant(database);
        for (int round = 0; round < ROUNDS; round++) {
            String hash = unique + round;
            database.tell(entities -> new AuthorizationCodes(entities)
                    .add(new AuthorizationCode(hash, grantId, "https://rp.test/cb", null, null, NOW)));
            assertThat(winners(() -> database.ask(entities -> new AuthorizationCodes(entities).redeem(hash, NOW))))
                    .isOne();
        }
    }

    @ParameterizedTest
    @DisplayName("An interaction is completed once")
    @EnumSource
    void completesAnInteractionOnce(Database database) throws Exception {
        addGrant(database);
        for (int round = 0; round < ROUNDS; round++) {
            String hash = unique + round;
            database.tell(entities ->
                    new Interactions(entities).add(new Interaction(hash, null, "c" + unique, "", null, NOW, NOW)));
            assertThat(winners(() -> database.ask(entities -> new Interactions(entities).complete(hash, NOW))))
                    .isOne();
        }
    }

    @ParameterizedTest
    @DisplayName("A refresh token is rotated once, and remembers for which scope")
    @EnumSource
    void rotatesARefreshTokenOnce(Database database) throws Exception {
        String grantId = addGrant(database);
        String scopes = "openid email";
        for (int round = 0; round < ROUNDS; round++) {
            String hash = unique + round;
            database.tell(entities ->
                    new RefreshTokens(entities).add(new RefreshToken(hash, grantId, NOW, NOW.plusSeconds(60), null)));
            assertThat(winners(() -> database.ask(entities -> new RefreshTokens(entities).rotate(hash, scopes, NOW))))
                    .isOne();
            RefreshToken rotated = database.ask(entities -> entities.find(RefreshToken.class, hash));
            assertThat(rotated.rotated()).isTrue();
            assertThat(rotated.usedWithin(Duration.ofSeconds(10), NOW.plusSeconds(9)))
                    .isTrue();
            assertThat(rotated.usedWithin(Duration.ofSeconds(10), NOW.plusSeconds(10)))
                    .isFalse();
            assertThat(rotated.rotatedFor(scopes)).isTrue();
            assertThat(rotated.rotatedFor("openid")).isFalse();
        }
    }

    @ParameterizedTest
    @DisplayName("A pushed request is answered once")
    @EnumSource
    void completesAPushedRequestOnce(Database database) throws Exception {
        addGrant(database);
        for (int round = 0; round < ROUNDS; round++) {
            String hash = unique + round;
            database.tell(entities -> new PushedRequests(entities)
                    .add(new PushedRequest(hash, "c" + unique, "scope=openid", NOW.plusSeconds(60))));
            assertThat(winners(() -> database.ask(entities -> new PushedRequests(entities).complete(hash, NOW))))
                    .isOne();
        }
    }

    @ParameterizedTest
    @DisplayName("An identifier is used once; who loses in the same instant may fail, and counts as second")
    @EnumSource
    void usesAnIdentifierOnce(Database database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String hash = unique + round;
            assertThat(winners(() -> {
                        try {
                            return database.ask(entities -> new UsedIdentifiers(entities).use("form", hash, NOW));
                        } catch (PersistenceException sameInstant) {
                            return false;
                        }
                    }))
                    .isOne();
        }
    }

    @ParameterizedTest
    @DisplayName("A set-up link is used once")
    @EnumSource
    void usesASetUpLinkOnce(Database database) throws Exception {
        database.tell(
                entities -> new SetUpLinks(entities).add(new SetUpLink(unique, NOW, NOW.plus(Duration.ofMinutes(30)))));
        assertThat(winners(() -> database.ask(entities -> new SetUpLinks(entities).use(unique, NOW))))
                .isOne();
    }

    private String addGrant(Database database) {
        Account account = new Account("a", "a" + unique, Set.of(), "", "file", NOW);
        Client client = Client.configured("c" + unique, "{}", NOW);
        LoginSession session = new LoginSession("s" + unique, account.id(), Set.of("pwd"), NOW, Duration.ofHours(1));
        Grant grant = new Grant(session, client.clientId(), "public", GrantedRequest.of(Set.of("openid")), NOW);
        database.tell(entities -> {
            entities.persist(account);
            new Clients(entities).add(client);
            entities.persist(session);
            entities.flush();
            new Grants(entities).add(grant);
        });
        return grant.id();
    }

    private static long winners(Callable<Boolean> attempt) throws InterruptedException, ExecutionException {
        ExecutorService racers = Executors.newFixedThreadPool(8);
        try {
            long winners = 0;
            for (Future<Boolean> each :
                    racers.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt, attempt, attempt, attempt))) {
                winners += each.get() ? 1 : 0;
            }
            return winners;
        } finally {
            racers.shutdownNow();
        }
    }
}
