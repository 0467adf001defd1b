package org.ostiary.persistence.grant;

/** A code and the state of the grant it hangs on. */
public record CodeStanding(AuthorizationCode code, GrantStanding standing) {}
