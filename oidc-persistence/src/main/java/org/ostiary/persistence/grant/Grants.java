package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.logout.LogoutRecipient;
import org.ostiary.persistence.session.LoginSession;

/** The grants. */
@ApplicationScoped
public class Grants {

    private static final String USES = "SELECT u.grant_id, MAX(u.used_at), MAX(u.ends_at) FROM ("
            + "SELECT t.grant_id, t.issued_at AS used_at,"
            + " CASE WHEN t.revoked_at IS NULL THEN t.expires_at ELSE 0 END AS ends_at"
            + " FROM access_token t JOIN oauth_grant g ON g.id = t.grant_id WHERE g.account_id = ?1"
            + " UNION ALL SELECT t.grant_id, t.issued_at,"
            + " CASE WHEN t.rotated_at IS NULL THEN t.expires_at ELSE 0 END"
            + " FROM refresh_token t JOIN oauth_grant g ON g.id = t.grant_id WHERE g.account_id = ?2"
            + " UNION ALL SELECT c.grant_id, g.created_at,"
            + " CASE WHEN c.redeemed_at IS NULL THEN c.expires_at ELSE 0 END"
            + " FROM authorization_code c JOIN oauth_grant g ON g.id = c.grant_id WHERE g.account_id = ?3"
            + ") u GROUP BY u.grant_id";

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Grants() {}

    /** Works on the given entity manager. */
    public Grants(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes the grant at once: what hangs on it refers to it, and JPA orders inserts by its own mind. */
    public void add(Grant grant) {
        entities.persist(grant);
        entities.flush();
    }

    /** So many grants of the client at most that were not revoked, in the order of their ids and after this one. */
    public List<GrantStanding> unrevoked(String clientId, String after, int most) {
        return unrevoked("g.clientId = :value AND g.id > :after")
                .setParameter("value", clientId)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(Grants::standing)
                .toList();
    }

    /** The grants of the account that were not revoked. */
    public List<GrantStanding> unrevokedOf(String accountId) {
        return unrevoked("g.accountId = :value")
                .setParameter("value", accountId)
                .getResultStream()
                .map(Grants::standing)
                .toList();
    }

    private TypedQuery<Object[]> unrevoked(String condition) {
        return entities.createQuery(
                "SELECT g, a, s FROM Grant g JOIN Account a ON a.id = g.accountId JOIN LoginSession s ON s.id = g.sessionId"
                        + " WHERE g.revokedAt IS NULL AND " + condition + " ORDER BY g.id",
                Object[].class);
    }

    private static GrantStanding standing(Object[] row) {
        return new GrantStanding((Grant) row[0], (Account) row[1], (LoginSession) row[2]);
    }

    /**
     * Revokes what an account granted in other sessions than one, what outlives sessions too; an empty {@code kept} revokes
     * everything.
     */
    public int revokeOthers(String accountId, String kept, String reason, Instant now) {
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                        + " WHERE g.accountId = :account AND g.sessionId <> :kept AND g.revokedAt IS NULL")
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("account", accountId)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** The grants of an account that are not revoked, the newest first, each as the database has it now. */
    public List<GrantStanding> of(String accountId) {
        return entities.createQuery(
                        "SELECT g, a, s FROM Grant g JOIN Account a ON a.id = g.accountId"
                                + " JOIN LoginSession s ON s.id = g.sessionId"
                                + " WHERE g.accountId = :account AND g.revokedAt IS NULL ORDER BY g.createdAt DESC",
                        Object[].class)
                .setParameter("account", accountId)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .map(row -> new GrantStanding((Grant) row[0], (Account) row[1], (LoginSession) row[2]))
                .toList();
    }

    /** What became of the grants of an account, by their ids; one under which nothing is left is not there. */
    public Map<String, GrantUse> uses(String accountId) {
        List<?> rows = entities.createNativeQuery(USES)
                .setParameter(1, accountId)
                .setParameter(2, accountId)
                .setParameter(3, accountId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> new GrantUse(instant(row[1]), instant(row[2]))));
    }

    private static Instant instant(Object milliseconds) {
        return Instant.ofEpochMilli(((Number) milliseconds).longValue());
    }

    /** Whom the session's grants made known to whom: each client that was told who the person is, once. */
    public List<LogoutRecipient> recipients(String sessionId) {
        List<?> rows = entities.createNativeQuery("SELECT g.client_id, MAX(i.sub) FROM oauth_grant g"
                        + " JOIN subject_identifier i ON i.account_id = g.account_id AND i.sector = g.sector"
                        + " WHERE g.session_id = ?1 AND (g.scopes = 'openid' OR g.scopes LIKE 'openid %'"
                        + " OR g.scopes LIKE '% openid %' OR g.scopes LIKE '% openid')"
                        + " GROUP BY g.client_id ORDER BY g.client_id")
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new LogoutRecipient((String) row[0], (String) row[1]))
                .toList();
    }

    /** The clients that have grants of a session which are not revoked. */
    public List<String> clientsOf(String sessionId) {
        return entities.createQuery(
                        "SELECT DISTINCT g.clientId FROM Grant g WHERE g.sessionId = :session AND g.revokedAt IS NULL",
                        String.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    /**
     * Revokes what one client was granted in a session.
     *
     * @param offlineToo whether what would outlive the session ends as well
     */
    public void revokeOfSession(String sessionId, String clientId, boolean offlineToo, String reason, Instant now) {
        entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                        + " WHERE g.sessionId = :session AND g.clientId = :client AND g.revokedAt IS NULL"
                        + (offlineToo ? "" : " AND g.offline = FALSE"))
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("session", sessionId)
                .setParameter("client", clientId)
                .executeUpdate();
    }

    /** Revokes all that a client has of an account; answers how many grants that were. */
    public int revokeAll(String accountId, String clientId, String reason, Instant now) {
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                        + " WHERE g.accountId = :account AND g.clientId = :client AND g.revokedAt IS NULL")
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("account", accountId)
                .setParameter("client", clientId)
                .executeUpdate();
    }

    public Optional<Grant> find(String grantId) {
        return Optional.ofNullable(entities.find(Grant.class, grantId));
    }

    /** How many grants are not revoked, of one account, client or session, or of all there are. */
    public long countWhere(GrantColumn column, String value) {
        return entities.createQuery(
                        "SELECT COUNT(g) FROM Grant g WHERE g.revokedAt IS NULL AND " + column.condition(), Long.class)
                .setParameter("value", value)
                .getSingleResult();
    }

    /** Revokes all grants of one account, client or session, or all there are; answers how many that were. */
    public int revokeWhere(GrantColumn column, String value, String reason, Instant now) {
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                        + " WHERE g.revokedAt IS NULL AND " + column.condition())
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("value", value)
                .executeUpdate();
    }

    /** The ids of so many grants at most that are not revoked, in their order and after this one. */
    public List<String> unrevokedIds(GrantColumn column, String value, String after, int most) {
        return entities.createQuery(
                        "SELECT g.id FROM Grant g WHERE g.revokedAt IS NULL AND g.id > :after AND " + column.condition()
                                + " ORDER BY g.id",
                        String.class)
                .setParameter("after", after)
                .setParameter("value", value)
                .setMaxResults(most)
                .getResultList();
    }

    /** Revokes these grants, some hundred at most; answers how many of them this call did. */
    public int revokeAll(List<String> grantIds, String reason, Instant now) {
        if (grantIds.isEmpty()) {
            return 0;
        }
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                        + " WHERE g.revokedAt IS NULL AND g.id IN :ids")
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("ids", grantIds)
                .executeUpdate();
    }

    /** Revokes the grant and so all that hangs on it; answers whether this call did. */
    public boolean revoke(String grantId, String reason, Instant now) {
        return entities.createQuery("UPDATE Grant g SET g.revokedAt = :now, g.revokeReason = :reason"
                                + " WHERE g.id = :id AND g.revokedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", grantId)
                        .executeUpdate()
                == 1;
    }
}
