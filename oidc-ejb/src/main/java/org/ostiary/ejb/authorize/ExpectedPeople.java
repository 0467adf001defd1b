package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.hint.IdTokenHints;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Finds out which people a request may be answered for, by the names that its client knows them by. */
@ApplicationScoped
public class ExpectedPeople {

    static final Rule ONE_SUBJECT = new Rule("one-subject", "OIDC Core 1.0, section 3.1.2.2");

    @Inject
    IdTokenHints hints;

    /** Subjects of the client; none where whoever logs in is right (OIDC Core 1.0, sections 3.1.2.1 and 5.5.1). */
    List<String> of(RegisteredClient client, AuthorizationRequest request) {
        Optional<String> hinted = hints.subject(request.hint().idToken(), client.clientId());
        List<String> claimed = ClaimsParameter.subjects(request.claims());
        if (hinted.isEmpty()) {
            return claimed;
        }
        if (!claimed.isEmpty() && !claimed.contains(hinted.get())) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    ONE_SUBJECT,
                    "The id_token_hint and the claims parameter are about different people");
        }
        return List.of(hinted.get());
    }
}
