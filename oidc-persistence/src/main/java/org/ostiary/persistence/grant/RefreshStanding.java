package org.ostiary.persistence.grant;

/** A refresh token, the state of the grant it hangs on, and the subject identifier its client knows the account by. */
public record RefreshStanding(RefreshToken token, GrantStanding standing, String sub) {}
