package org.ostiary.persistence.grant;

/** A token, the state of the grant it hangs on, and the subject identifier its client knows the account by. */
public record TokenStanding(AccessToken token, GrantStanding standing, String sub) {}
