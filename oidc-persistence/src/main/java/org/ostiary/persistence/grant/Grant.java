package org.ostiary.persistence.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.column.LinesConverter;
import org.ostiary.persistence.column.WordsConverter;
import org.ostiary.persistence.consent.ConsentItem;
import org.ostiary.persistence.session.LoginSession;

/**
 * What one person granted to one client at one login. Every code and token hangs on a grant and counts only while the grant
 * is not revoked.
 */
@Entity
@Table(name = "oauth_grant")
public class Grant {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "sector")
    private String sector;

    @Convert(converter = WordsConverter.class)
    @Column(name = "scopes")
    private Set<String> scopes;

    @Convert(converter = LinesConverter.class)
    @Column(name = "audience")
    private Set<String> audience;

    @Column(name = "claims")
    private @Nullable String claims;

    @Convert(converter = LinesConverter.class)
    @Column(name = "denied")
    private Set<String> denied;

    @Column(name = "offline")
    private boolean offline;

    @Column(name = "auth_time")
    private Instant authTime;

    @Convert(converter = WordsConverter.class)
    @Column(name = "amr")
    private Set<String> amr;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoke_reason")
    private @Nullable String revokeReason;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Grant() {}

    /**
     * A grant that was given in a session.
     *
     * @param sector where its subject identifier comes from
     * @param request what was granted
     */
    public Grant(LoginSession session, String clientId, String sector, GrantedRequest request, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.accountId = session.accountId();
        this.sessionId = session.id();
        this.authTime = session.authTime();
        this.amr = session.amr();
        this.clientId = clientId;
        this.sector = sector;
        this.scopes = request.scopes();
        this.audience = request.audience();
        this.claims = request.claims();
        this.denied = request.denied();
        this.offline = request.offline();
        this.createdAt = now;
    }

    /**
     * Adds an item that was asked for and denied until now.
     *
     * @return whether it was one
     */
    public boolean allow(String item) {
        if (!denied.contains(item)) {
            return false;
        }
        denied = without(denied, item);
        if (ConsentItem.isAudience(item)) {
            audience = with(audience, ConsentItem.nameOf(item));
        } else if (ConsentItem.isScope(item)) {
            scopes = with(scopes, item);
            offline |= item.equals(ConsentItem.OFFLINE_ACCESS);
        }
        return true;
    }

    /** Takes away an item; nothing happens where it was not granted. */
    public void deny(String item) {
        if (!grants(item)) {
            return;
        }
        denied = with(denied, item);
        if (ConsentItem.isAudience(item)) {
            audience = without(audience, ConsentItem.nameOf(item));
        } else if (ConsentItem.isScope(item)) {
            scopes = without(scopes, item);
            offline &= !item.equals(ConsentItem.OFFLINE_ACCESS);
        }
    }

    /** A claim counts as granted wherever claims were asked for by name and it was not denied. */
    private boolean grants(String item) {
        if (ConsentItem.isClaim(item)) {
            return claims != null && !denied.contains(item);
        }
        return (ConsentItem.isAudience(item) ? audience : scopes).contains(ConsentItem.nameOf(item));
    }

    private static Set<String> with(Set<String> items, String item) {
        Set<String> more = new LinkedHashSet<>(items);
        more.add(item);
        return Collections.unmodifiableSet(more);
    }

    private static Set<String> without(Set<String> items, String item) {
        Set<String> fewer = new LinkedHashSet<>(items);
        fewer.remove(item);
        return Collections.unmodifiableSet(fewer);
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String clientId() {
        return clientId;
    }

    public String sector() {
        return sector;
    }

    public Set<String> scopes() {
        return scopes;
    }

    /** What was asked for and not granted, item by item. */
    public Set<String> denied() {
        return denied;
    }

    /** The resource servers that access tokens may be for. */
    public Set<String> audience() {
        return audience;
    }

    /** The claims parameter of the request, a JSON object; null when there was none (OIDC Core 1.0, section 5.5). */
    public @Nullable String claims() {
        return claims;
    }

    /** Whether the grant outlives the session it was given in (OIDC Core 1.0, section 11). */
    public boolean offline() {
        return offline;
    }

    public String sessionId() {
        return sessionId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant authTime() {
        return authTime;
    }

    public Set<String> amr() {
        return amr;
    }

    public boolean revoked() {
        return revokedAt != null;
    }

    /** Null while the grant is not revoked. */
    public @Nullable String revokeReason() {
        return revokeReason;
    }
}
