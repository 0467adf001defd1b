package org.ostiary.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.AccountDescription;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.AuditRecords;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.ClientSecret;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.consent.Consent;
import org.ostiary.persistence.consent.ConsentDecision;
import org.ostiary.persistence.consent.ConsentSource;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.fixture.Database;
import org.ostiary.persistence.grant.AccessToken;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.AuthorizationCode;
import org.ostiary.persistence.grant.AuthorizationCodes;
import org.ostiary.persistence.grant.ClientAccessToken;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.CodeStanding;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantedRequest;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.grant.RefreshStanding;
import org.ostiary.persistence.grant.RefreshToken;
import org.ostiary.persistence.grant.RefreshTokens;
import org.ostiary.persistence.grant.TokenStanding;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.interaction.Interactions;
import org.ostiary.persistence.interaction.PushedRequest;
import org.ostiary.persistence.interaction.PushedRequests;
import org.ostiary.persistence.job.Job;
import org.ostiary.persistence.job.JobError;
import org.ostiary.persistence.job.JobOrderer;
import org.ostiary.persistence.job.JobPart;
import org.ostiary.persistence.job.JobProgress;
import org.ostiary.persistence.job.JobState;
import org.ostiary.persistence.job.Jobs;
import org.ostiary.persistence.keys.SigningKey;
import org.ostiary.persistence.keys.SigningKeys;
import org.ostiary.persistence.logout.Channel;
import org.ostiary.persistence.logout.DeliveryOutcome;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.logout.LogoutDelivery;
import org.ostiary.persistence.logout.LogoutRecipient;
import org.ostiary.persistence.replay.SetUpLink;
import org.ostiary.persistence.replay.SetUpLinks;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;
import org.ostiary.persistence.subject.ExpectedSubject;
import org.ostiary.persistence.subject.ExpectedSubjects;
import org.ostiary.persistence.subject.NamedSubject;
import org.ostiary.persistence.subject.SubjectIdentifier;
import org.ostiary.persistence.subject.SubjectIdentifiers;

/** What is written is read back the same, on each database, by another entity manager. */
class EntitiesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final String unique = UUID.randomUUID().toString();
    private final Account account =
            new Account("Älice", "k" + unique, words("night shift", "people"), "$digest", "file", NOW);
    private final Client client = Client.configured("c" + unique, "{\"client_name\":\"ä\"}", NOW);
    private final LoginSession session =
            new LoginSession(hash("s"), account.id(), words("pwd", "otp"), NOW, Duration.ofHours(12));
    private final Grant grant =
            new Grant(session, client.clientId(), "public", GrantedRequest.of(words("openid", "email")), NOW);

    @ParameterizedTest
    @EnumSource
    void account(Database database) {
        account.describe(
                new AccountDescription("Bob", "Bób B.", "b@example.org", true, words("x y", "z"), "$other", true, "{}"),
                LATER);
        database.tell(entities -> entities.persist(account));
        readsBack(database, account, account.id());
    }

    @ParameterizedTest
    @EnumSource
    void client(Database database) {
        ClientSecret secret = new ClientSecret(client.clientId(), "$hmac$x", "sealed", LATER);
        database.tell(entities -> {
            new Clients(entities).add(client);
            entities.persist(secret);
        });
        readsBack(database, client, client.clientId());
        List<ClientSecret> secrets = database.ask(entities -> new Clients(entities).secrets());
        assertThat(secrets)
                .filteredOn(each -> each.clientId().equals(client.clientId()))
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @DisplayName("A session comes with its account and what that granted to the client, also when that is nothing")
    @EnumSource
    void session(Database database) {
        database.tell(this::addSession);
        readsBack(database, session, session.id());
        SessionStanding without = standing(database);
        assertThat(without.account().id()).isEqualTo(account.id());
        assertThat(without.consents()).isEmpty();
        assertThat(without.sub()).isNull();
        database.tell(entities -> new Consents(entities)
                .remember(
                        account.id(),
                        client.clientId(),
                        Map.of("openid", decision(true, LATER), "email", decision(false, null))));
        String sub = "sub-" + unique.substring(4);
        database.tell(entities -> entities.persist(new SubjectIdentifier(sub, account.id(), "public", NOW)));
        SessionStanding with = standing(database);
        assertThat(with.sub()).isEqualTo(sub);
        assertThat(with.session()).usingRecursiveComparison().isEqualTo(session);
        Consent openid = consent(with, "openid");
        assertThat(openid.granted()).isTrue();
        assertThat(openid.counts(NOW)).isTrue();
        assertThat(openid.counts(LATER)).isFalse();
        assertThat(openid.about("seen")).isTrue();
        assertThat(openid.source()).isEqualTo(ConsentSource.ACCOUNT_PAGE);
        Consent email = consent(with, "email");
        assertThat(email.granted()).isFalse();
        assertThat(email.counts(LATER)).isTrue();
        SessionStanding elsewhere = database.ask(entities -> new LoginSessions(entities)
                .ofBrowser(hash("s"), "another client", "rp.test")
                .get(0));
        assertThat(elsewhere.consents()).isEmpty();
        assertThat(elsewhere.sub()).isNull();
    }

    private static ConsentDecision decision() {
        return new ConsentDecision(true, ConsentSource.CONSENT_PAGE, "fingerprint", NOW, LATER);
    }

    @ParameterizedTest
    @DisplayName("A handle leads to all sessions of its browser that were not ended, and an ended one's handle to none")
    @EnumSource
    void sessionsOfABrowser(Database database) {
        Account second = new Account("Bob", "b" + unique, words(), "$digest", "file", NOW);
        LoginSession beside = new LoginSession(hash("b"), second.id(), words("pwd"), NOW, Duration.ofHours(12));
        beside.joinBrowserOf(session);
        beside.remember(LATER);
        LoginSession elsewhere = new LoginSession(hash("e"), account.id(), words("pwd"), NOW, Duration.ofHours(12));
        database.tell(entities -> {
            addSession(entities);
            entities.persist(second);
            new LoginSessions(entities).add(beside);
            new LoginSessions(entities).add(elsewhere);
            new Consents(entities)
                    .remember(account.id(), client.clientId(), Map.of("openid", decision(), "email", decision()));
        });
        readsBack(database, beside, beside.id());
        assertThat(sessionIds(database, "s")).containsExactlyInAnyOrder(session.id(), beside.id());
        assertThat(sessionIds(database, "b")).containsExactlyInAnyOrder(session.id(), beside.id());
        assertThat(end(database, beside)).isTrue();
        assertThat(end(database, beside)).isFalse();
        assertThat(sessionIds(database, "s")).containsExactly(session.id());
        assertThat(sessionIds(database, "b")).isEmpty();
        List<LoginSession> unended =
                database.ask(entities -> new LoginSessions(entities).unendedOfBrowser(session.browserId()));
        assertThat(unended).extracting(LoginSession::id).containsExactly(session.id());
        assertThat(end(database, session)).isTrue();
        assertThat(sessionIds(database, "s")).isEmpty();
        assertThat(sessionIds(database, "e")).containsExactly(elsewhere.id());
    }

    private static boolean end(Database database, LoginSession ended) {
        return database.ask(entities -> new LoginSessions(entities).end(ended.id(), "signed out", LATER));
    }

    @ParameterizedTest
    @DisplayName("Who is told of a session's end, each once, is taken once and finished once")
    @EnumSource
    void logoutDelivery(Database database) {
        LogoutDelivery delivery = database.ask(entities -> {
            addSession(entities);
            new Grants(entities).add(grant);
            entities.persist(new SubjectIdentifier(UUID.randomUUID().toString(), account.id(), grant.sector(), NOW));
            LogoutRecipient only = new Grants(entities).recipients(session.id()).get(0);
            LogoutDelivery due = new LogoutDelivery(hash("s"), session.id(), account.id(), only, Channel.BACK, NOW);
            new LogoutDeliveries(entities).add(due);
            return due;
        });
        assertThat(delivery.clientId()).isEqualTo(client.clientId());
        readsBack(database, delivery, delivery.id());
        assertThat(database.<Boolean>ask(entities -> take(entities, delivery))).isTrue();
        assertThat(database.<Boolean>ask(entities -> take(entities, delivery))).isFalse();
        DeliveryOutcome outcome = new DeliveryOutcome(DeliveryState.DELIVERED, null, "x".repeat(300), 7, LATER);
        assertThat(database.<Boolean>ask(
                        entities -> new LogoutDeliveries(entities).finish(delivery.id(), "lease", outcome)))
                .isTrue();
        assertThat(database.<List<LogoutDelivery>>ask(entities -> new LogoutDeliveries(entities).ofSignOut(hash("s"))))
                .allSatisfy(read -> assertThat(read.lastAnswer()).hasSize(200));
    }

    private static boolean take(EntityManager entities, LogoutDelivery delivery) {
        return new LogoutDeliveries(entities).take(delivery.id(), "lease", NOW, LATER);
    }

    @ParameterizedTest
    @DisplayName("A code and a token come with all that decides whether they count")
    @EnumSource
    void codeAndToken(Database database) {
        AuthorizationCode code = new AuthorizationCode(
                hash("c"), grant.id(), "https://rp.test/cb?x=ä", "challenge", "n".repeat(8192), LATER);
        AccessToken token =
                new AccessToken(hash("t"), grant.id(), words("email"), words("https://api.test"), NOW, LATER);
        database.tell(entities -> {
            addSession(entities);
            new Grants(entities).add(grant);
            new AuthorizationCodes(entities).add(code);
            new AccessTokens(entities).add(token);
            new SubjectIdentifiers(entities)
                    .add(new SubjectIdentifier("sub-" + unique.substring(4), account.id(), "public", NOW));
        });
        CodeStanding found = database.ask(
                entities -> new AuthorizationCodes(entities).find(hash("c")).orElseThrow());
        assertThat(found.code()).usingRecursiveComparison().isEqualTo(code);
        assertThat(found.standing().grant()).usingRecursiveComparison().isEqualTo(grant);
        assertThat(found.standing().account().id()).isEqualTo(account.id());
        assertThat(found.standing().session().id()).isEqualTo(session.id());
        TokenStanding live = database.ask(
                entities -> new AccessTokens(entities).find(hash("t")).orElseThrow());
        assertThat(live.token()).usingRecursiveComparison().isEqualTo(token);
        assertThat(live.sub()).isEqualTo("sub-" + unique.substring(4));
        assertThat(database.did(entities -> new Grants(entities).revoke(grant.id(), "code replayed", LATER)))
                .isTrue();
        assertThat(database.did(entities -> new Grants(entities).revoke(grant.id(), "again", LATER)))
                .isFalse();
        Grant revoked = database.ask(entities -> new AccessTokens(entities)
                .find(hash("t"))
                .orElseThrow()
                .standing()
                .grant());
        assertThat(revoked.revoked()).isTrue();
        assertThat(revoked.revokeReason()).isEqualTo("code replayed");
    }

    private static ConsentDecision decision(boolean granted, @Nullable Instant until) {
        return new ConsentDecision(granted, ConsentSource.ACCOUNT_PAGE, "seen", NOW, until);
    }

    private static Consent consent(SessionStanding standing, String item) {
        return standing.consents().stream()
                .filter(consent -> consent.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @DisplayName("A refresh token comes with all that decides whether it counts")
    @EnumSource
    void refreshToken(Database database) {
        Grant offline = new Grant(
                session,
                client.clientId(),
                "rp.test",
                new GrantedRequest(
                        words("openid"), words("https://a.test", "https://b.test"), "{}", words("email"), true),
                NOW);
        RefreshToken token = new RefreshToken(hash("r"), offline.id(), NOW, LATER, LATER.plusSeconds(1));
        database.tell(entities -> {
            addSession(entities);
            new Grants(entities).add(offline);
            new RefreshTokens(entities).add(token);
            new SubjectIdentifiers(entities)
                    .add(new SubjectIdentifier("pw-" + unique.substring(3), account.id(), "rp.test", NOW));
        });
        RefreshStanding found = database.ask(
                entities -> new RefreshTokens(entities).find(hash("r")).orElseThrow());
        assertThat(found.token()).usingRecursiveComparison().isEqualTo(token);
        assertThat(found.standing().grant()).usingRecursiveComparison().isEqualTo(offline);
        assertThat(found.sub()).isEqualTo("pw-" + unique.substring(3));
    }

    @ParameterizedTest
    @DisplayName(
            "OIDC Core 8: an identifier that waits is given once, to the account of that name, and never to a stranger's")
    @EnumSource
    void expectedSubject(Database database) {
        String sub = UUID.randomUUID().toString();
        ExpectedSubject waiting = new ExpectedSubject(sub, account.usernameKey(), "public", NOW);
        database.tell(entities -> {
            entities.persist(account);
            new ExpectedSubjects(entities).add(waiting);
        });
        readsBack(database, waiting, sub);
        assertThat(database.<Boolean>ask(entities -> new ExpectedSubjects(entities).waitFor(account.usernameKey())))
                .isTrue();
        List<ExpectedSubject> found =
                database.ask(entities -> new ExpectedSubjects(entities).of(List.of(), List.of(account.usernameKey())));
        assertThat(found).hasSize(1);
        List<NamedSubject> page = database.ask(entities -> new ExpectedSubjects(entities).page("", 10_000));
        assertThat(page).contains(new NamedSubject(sub, "public", account.usernameKey()));
        database.tell(entities -> new SubjectIdentifiers(entities)
                .add(new SubjectIdentifier("zz-" + unique.substring(3), account.id(), "other.test", NOW)));
        List<NamedSubject> named = database.ask(entities -> new SubjectIdentifiers(entities).page("zz", 10_000));
        assertThat(named).contains(new NamedSubject("zz-" + unique.substring(3), "other.test", account.username()));
        assertThat(taken(database, "rp.test")).isEmpty();
        database.tell(
                entities -> entities.createQuery("UPDATE Account a SET a.origin = 'registration' WHERE a.id = :id")
                        .setParameter("id", account.id())
                        .executeUpdate());
        assertThat(taken(database, "public")).isEmpty();
        database.tell(entities -> entities.createQuery("UPDATE Account a SET a.origin = 'file' WHERE a.id = :id")
                .setParameter("id", account.id())
                .executeUpdate());
        assertThat(taken(database, "public")).contains(sub);
        assertThat(taken(database, "public")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("Part 12: a job belongs to one node while its lease lasts, and tells how far it is")
    @EnumSource
    void job(Database database) {
        String id = UUID.randomUUID().toString();
        JobOrderer orderer = new JobOrderer("account:a", "a", "request", "192.0.2.1");
        Job job = new Job(id, unique, "account x", orderer, 3, Instant.EPOCH);
        JobPart part = new JobPart(JobPart.id(id, 0), id, "sealed");
        database.tell(entities -> {
            entities.createQuery("DELETE FROM Job j").executeUpdate();
            new Jobs(entities).add(job);
            new Jobs(entities).add(part);
        });
        readsBack(database, job, id);
        readsBack(database, part, part.id());
        assertThat(database.did(entities -> new Jobs(entities).lease(id, "one", NOW, LATER)))
                .isTrue();
        Optional<Job> free = database.ask(entities -> new Jobs(entities).nextFree(NOW));
        assertThat(free).isEmpty();
        assertThat(database.did(entities -> new Jobs(entities).lease(id, "two", NOW, LATER)))
                .isFalse();
        assertThat(database.did(entities -> new Jobs(entities).begin(id, NOW))).isTrue();
        assertThat(database.did(entities -> new Jobs(entities).begin(id, LATER)))
                .isFalse();
        JobProgress progress = new JobProgress("x", 2, 4, "sessions 2");
        assertThat(database.did(entities -> new Jobs(entities).advance(id, "two", progress, LATER)))
                .isFalse();
        assertThat(database.did(entities -> new Jobs(entities).advance(id, "one", progress, LATER)))
                .isTrue();
        Instant after = LATER.plusSeconds(1);
        assertThat(database.did(entities -> new Jobs(entities).lease(id, "two", after, after.plusSeconds(9))))
                .isTrue();
        assertThat(database.did(entities -> new Jobs(entities).release(id, "one", 0, after)))
                .isFalse();
        assertThat(database.did(entities -> new Jobs(entities).cancel(id))).isTrue();
        JobError error = new JobError(id, 1, "y".repeat(600), "z".repeat(600), NOW);
        database.tell(entities -> {
            new Jobs(entities).add(error);
            new Jobs(entities).add(new JobError(id, 0, null, "before", NOW));
        });
        readsBack(database, error, error.id());
        Job running = database.ask(entities -> new Jobs(entities).read(id));
        assertThat(List.of(running.done(), running.total())).containsExactly(2, 4);
        assertThat(running.position()).isEqualTo("x");
        assertThat(running.tally()).isEqualTo("sessions 2");
        assertThat(running.owner()).isEqualTo("two");
        assertThat(running.cancelWanted()).isTrue();
        assertThat(running.startedAt()).isEqualTo(NOW);
        assertThat(database.did(entities -> new Jobs(entities).end(id, "one", JobState.DONE, LATER)))
                .isFalse();
        assertThat(database.did(entities -> new Jobs(entities).end(id, "two", JobState.DONE, LATER)))
                .isTrue();
        assertThat(database.did(entities -> new Jobs(entities).cancel(id))).isFalse();
        List<JobError> errors = database.ask(entities -> new Jobs(entities).errorsOf(id, 0, 10));
        assertThat(errors).extracting(each -> each.reason().length()).containsExactly(6, 500);
        List<Job> latest = database.ask(entities -> new Jobs(entities).latest(10));
        assertThat(latest).extracting(Job::state).containsExactly(JobState.DONE);
        Optional<Job> open = database.ask(entities -> new Jobs(entities).openOf(unique, "account x"));
        assertThat(open).isEmpty();
        Optional<JobPart> forgotten = database.ask(entities -> new Jobs(entities).part(id, 0));
        assertThat(forgotten).isEmpty();
    }

    private Optional<String> taken(Database database, String sector) {
        return database.ask(entities -> new ExpectedSubjects(entities).take(account.id(), sector));
    }

    @ParameterizedTest
    @DisplayName("A client's own access token is revoked once and dead from then on")
    @EnumSource
    void clientAccessToken(Database database) {
        ClientAccessToken token =
                new ClientAccessToken(hash("o"), client.clientId(), words("api"), words("https://a.test"), NOW, LATER);
        database.tell(entities -> {
            new Clients(entities).add(client);
            new ClientAccessTokens(entities).add(token);
        });
        readsBack(database, token, hash("o"));
        assertThat(token.live(NOW)).isTrue();
        assertThat(token.live(LATER)).isFalse();
        assertThat(database.did(entities -> new ClientAccessTokens(entities).revoke(hash("o"), NOW)))
                .isTrue();
        assertThat(database.did(entities -> new ClientAccessTokens(entities).revoke(hash("o"), NOW)))
                .isFalse();
        assertThat(find(database, ClientAccessToken.class, hash("o")).live(NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void pushedRequest(Database database) {
        PushedRequest request = new PushedRequest(hash("p"), client.clientId(), "x".repeat(65_000), LATER);
        database.tell(entities -> {
            new Clients(entities).add(client);
            new PushedRequests(entities).add(request);
        });
        readsBack(database, request, hash("p"));
        assertThat(request.open(NOW)).isTrue();
        assertThat(request.open(LATER)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("A way to a page of ours needs no client")
    @EnumSource
    void wayToOwnPage(Database database) {
        Interaction interaction = new Interaction(hash("o"), hash("b"), "/account", "max_age=300", NOW, LATER);
        database.tell(entities -> new Interactions(entities).add(interaction));
        readsBack(database, interaction, hash("o"));
    }

    @ParameterizedTest
    @DisplayName("An interaction keeps its parameters, the longest too, and what was said in it")
    @EnumSource
    void interaction(Database database) {
        Interaction interaction = new Interaction(
                hash("i"), null, client.clientId(), "state=" + "x".repeat(65_000), hash("p"), NOW, LATER);
        database.tell(entities -> {
            new Clients(entities).add(client);
            new Interactions(entities).add(interaction);
        });
        readsBack(database, interaction, hash("i"));
        assertThat(database.did(entities -> new Interactions(entities).bind(hash("i"), hash("b"))))
                .isTrue();
        assertThat(database.did(entities -> new Interactions(entities).bind(hash("i"), hash("other"))))
                .isFalse();
        database.tell(entities ->
                new Interactions(entities).consent(hash("i"), account.id(), words("openid", "aud:x y"), NOW));
        Interaction consented = find(database, Interaction.class, hash("i"));
        assertThat(consented.belongsTo(hash("b"))).isTrue();
        assertThat(consented.consentedBy(account.id())).isTrue();
        assertThat(consented.consentedItems()).containsExactly("openid", "aud:x y");
        database.tell(entities -> new Interactions(entities).deny(hash("i"), NOW));
        Interaction denied = find(database, Interaction.class, hash("i"));
        assertThat(denied.denied()).isTrue();
        assertThat(denied.consentedBy(account.id())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void auditRecord(Database database) {
        AuditRecord full = new AuditRecord(
                NOW, unique, "failure", account.id(), "c", "r".repeat(200), "2001:db8:0:0:0:0:0:1", "request");
        AuditRecord sparse = new AuditRecord(LATER, unique, "success", null, null, null, "-", "start");
        database.tell(entities -> {
            new AuditRecords(entities).add(sparse);
            new AuditRecords(entities).add(full);
        });
        List<AuditRecord> found = database.ask(entities -> new AuditRecords(entities).ofEvent(unique));
        assertThat(found).usingRecursiveFieldByFieldElementComparator().containsExactly(full, sparse);
    }

    @ParameterizedTest
    @EnumSource
    void signingKey(Database database) {
        SigningKey key = new SigningKey(hash("k"), "RS256", "{}", "x".repeat(16_000), NOW, NOW);
        database.tell(entities -> new SigningKeys(entities).add(key));
        readsBack(database, key, hash("k"));
    }

    @ParameterizedTest
    @EnumSource
    void setUpLink(Database database) {
        SetUpLink link = new SetUpLink(hash("l"), NOW, LATER);
        database.tell(entities -> new SetUpLinks(entities).add(link));
        readsBack(database, link, hash("l"));
        assertThat(database.did(entities -> new SetUpLinks(entities).use(hash("l"), LATER)))
                .isFalse();
        assertThat(database.did(entities -> new SetUpLinks(entities).use(hash("l"), NOW)))
                .isTrue();
        assertThat(database.did(entities -> new SetUpLinks(entities).everUsed()))
                .isTrue();
    }

    private void addSession(EntityManager entities) {
        entities.persist(account);
        new Clients(entities).add(client);
        new LoginSessions(entities).add(session);
        entities.flush();
    }

    private SessionStanding standing(Database database) {
        return database.ask(entities -> new LoginSessions(entities)
                .ofBrowser(hash("s"), client.clientId(), "public")
                .get(0));
    }

    private List<String> sessionIds(Database database, String handle) {
        return database
                .ask(entities -> new LoginSessions(entities).ofBrowser(hash(handle), client.clientId(), "public"))
                .stream()
                .map(standing -> standing.session().id())
                .toList();
    }

    private static void readsBack(Database database, Object entity, String id) {
        assertThat(find(database, entity.getClass(), id))
                .isNotSameAs(entity)
                .usingRecursiveComparison()
                // Made by the database.
                .ignoringFields("emailKey")
                .isEqualTo(entity);
    }

    private static <T> T find(Database database, Class<T> type, String id) {
        return database.ask(entities -> entities.find(type, id));
    }

    /** As long as real ones are. */
    private String hash(String prefix) {
        return (prefix + unique.replace("-", "") + "0".repeat(43)).substring(0, 43);
    }

    private static Set<String> words(String... words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
    }
}
