package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** What a directory is asked on one connection. */
interface Work<T> {
    T on(LDAPConnection connection) throws LDAPException;
}
