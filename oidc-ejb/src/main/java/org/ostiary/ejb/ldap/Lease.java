package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/** A connection while somebody else may be bound on it. It goes back to the pool whatever happens: a lost one would never be replaced. */
final class Lease implements AutoCloseable {

    private enum State {
        UNCERTAIN,
        USABLE,
        GONE
    }

    private final LDAPConnectionPool pool;
    private LDAPConnection connection;
    private State state = State.UNCERTAIN;

    Lease(LDAPConnectionPool pool) throws LDAPException {
        this.pool = pool;
        this.connection = pool.getConnection();
    }

    /** Does the work; on another connection where the directory had closed this one meanwhile. */
    <T> T run(Work<T> work) throws LDAPException {
        T result = onceMore(work);
        state = State.USABLE;
        return result;
    }

    private <T> T onceMore(Work<T> work) throws LDAPException {
        try {
            return work.on(connection);
        } catch (LDAPException closed) {
            if (!closed.getResultCode().equals(ResultCode.SERVER_DOWN)) {
                throw closed;
            }
        }
        state = State.GONE;
        connection = pool.replaceDefunctConnection(connection);
        state = State.UNCERTAIN;
        return work.on(connection);
    }

    /** As the service account's again, or replaced. */
    @Override
    public void close() {
        switch (state) {
            case USABLE -> pool.releaseAndReAuthenticateConnection(connection);
            case UNCERTAIN -> pool.releaseDefunctConnection(connection);
            case GONE -> {}
        }
    }
}
