package org.ostiary.ejb.hint;

import java.util.Set;

/**
 * What an ID token of ours says that came back as a hint.
 *
 * @param subject what its client knows the person by
 * @param session of the login session it was issued in; empty for one that does not say
 * @param audience whom it was issued to
 */
public record IdTokenHint(String subject, String session, Set<String> audience) {}
