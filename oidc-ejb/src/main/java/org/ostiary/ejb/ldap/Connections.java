package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.LdapConfig;
import org.ostiary.ejb.outbound.TrustedCertificates;
import org.ostiary.ejb.source.SourceAwayException;

/**
 * Connections to the directory, a bounded number, made when they are needed, over TLS with the server's name checked. Referrals
 * are never followed.
 *
 * <p>After a failure to connect nobody tries again for some seconds, so that a directory that does not answer makes few people
 * wait.
 */
final class Connections implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Set<ResultCode> NO_ENTRY = Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.REFERRAL);

    private final LdapConfig config;
    private final Clock clock;
    private final LDAPConnectionPool pool;
    private volatile Instant awaySince = Instant.EPOCH;

    Connections(LdapConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.pool = pool();
    }

    private LDAPConnectionPool pool() {
        SSLContext tls = TrustedCertificates.only(config.trustFile());
        PostConnectProcessor startTls = config.startTls() ? new StartTLSPostConnectProcessor(tls) : null;
        ServerSet[] servers =
                config.addresses().stream().map(address -> server(address, tls)).toArray(ServerSet[]::new);
        try {
            LDAPConnectionPool made = new LDAPConnectionPool(
                    new FailoverServerSet(servers), serviceBind(), 0, config.connections(), startTls, false);
            made.setCreateIfNecessary(false);
            made.setMaxWaitTimeMillis(config.timeout().toMillis());
            made.setRetryFailedOperationsDueToInvalidConnections(Set.of(OperationType.SEARCH));
            return made;
        } catch (LDAPException e) {
            throw new IllegalStateException("no connection is made yet, so none can fail", e);
        }
    }

    private ServerSet server(URI address, SSLContext tls) {
        boolean secure = address.getScheme().equals("ldaps");
        int standardPort = secure ? 636 : 389;
        int port = address.getPort() < 0 ? standardPort : address.getPort();
        String host = address.getHost().replaceAll("[\\[\\]]", "");
        return secure
                ? new SingleServerSet(host, port, tls.getSocketFactory(), options())
                : new SingleServerSet(host, port, options());
    }

    private LDAPConnectionOptions options() {
        int timeout = Math.toIntExact(config.timeout().toMillis());
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(timeout);
        options.setResponseTimeoutMillis(timeout);
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }

    private @Nullable BindRequest serviceBind() {
        return config.user() == null ? null : new SimpleBindRequest(config.user(), password());
    }

    private String password() {
        if (config.password() != null) {
            return config.password();
        }
        try {
            String text = config.passwordFile() == null ? "" : Files.readString(config.passwordFile());
            String password = text.replaceAll("[\\r\\n]+$", "");
            if (password.isEmpty()) {
                throw new IllegalStateException("oidc.ldap.password-file holds no password");
            }
            return password;
        } catch (IOException e) {
            throw new IllegalStateException("oidc.ldap.password-file cannot be read", e);
        }
    }

    /**
     * Searches as the service account.
     *
     * @throws LDAPSearchException when the directory refused, and nothing else went wrong
     */
    SearchResult search(SearchRequest request) throws LDAPSearchException {
        requirePresent();
        return answered(pool::search, request);
    }

    /** Searches on that connection, as whoever it is bound as. */
    SearchResult search(LDAPConnection connection, SearchRequest request) throws LDAPSearchException {
        return answered(connection::search, request);
    }

    /** A search, on whichever connection. */
    interface Search {
        SearchResult run(SearchRequest request) throws LDAPSearchException;
    }

    private SearchResult answered(Search search, SearchRequest request) throws LDAPSearchException {
        try {
            return search.run(request);
        } catch (LDAPSearchException e) {
            if (refusal(e, request)) {
                throw e;
            }
            throw away(e);
        }
    }

    /** That the whole base of a search is not there, or elsewhere, is a mistake of the operator, and nobody's end. */
    private static boolean refusal(LDAPSearchException e, SearchRequest request) {
        return e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                || (NO_ENTRY.contains(e.getResultCode()) && request.getScope().equals(SearchScope.BASE));
    }

    /**
     * Does something that changes who the connection is bound as; afterwards it is the service account's again. A
     * connection that the directory had closed meanwhile is replaced once.
     */
    <T> T bound(Work<T> work) {
        requirePresent();
        try (Lease lease = new Lease(pool)) {
            return lease.run(work);
        } catch (LDAPException e) {
            throw away(e);
        }
    }

    private void requirePresent() {
        Duration since = Duration.between(awaySince, clock.instant());
        // Not for ever where a clock was set back.
        if (!since.isNegative() && since.compareTo(PAUSE) < 0) {
            throw new SourceAwayException("the directory could not be reached a moment ago");
        }
    }

    private SourceAwayException away(LDAPException e) {
        if (!e.getResultCode().isConnectionUsable() || e.getResultCode().equals(ResultCode.TIMEOUT)) {
            awaySince = clock.instant();
        }
        return new SourceAwayException(Failure.text(e));
    }

    @Override
    public void close() {
        pool.close();
    }
}
