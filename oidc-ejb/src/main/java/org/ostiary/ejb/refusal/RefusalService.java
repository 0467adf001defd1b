package org.ostiary.ejb.refusal;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.visit.RequestFacts;

/** Tells a refusal to the client and, with the rule that was broken, to the operator's log. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class RefusalService {

    private static final Logger LOG = Logger.getLogger(RefusalService.class.getName());

    @Inject
    ProviderConfig config;

    @Inject
    ClientDirectory clients;

    @Inject
    Clock clock;

    /**
     * The text for {@code error_description}. It is general, unless the operator lets developers of this client, or of all,
     * read which rule was broken; the operator's log always has it under the request's id.
     */
    public String describe(OAuthException refusal, RequestFacts facts) {
        note(refusal.code().code(), refusal.rule(), refusal.clientId(), refusal.description(), facts);
        String text = debugged(refusal)
                ? refusal.description() + " (rule " + refusal.rule().id() + "; "
                        + refusal.rule().section() + ")"
                : GeneralText.of(refusal.code());
        return text + " (request " + facts.requestId() + ")";
    }

    /** Notes a request that was refused by its status alone, before an endpoint saw it. */
    public void noteStatus(int status, RequestFacts facts) {
        note("status " + status, StatusRules.of(status), null, "refused before it reached an endpoint", facts);
    }

    private boolean debugged(OAuthException refusal) {
        // Who is not known to be the client learns nothing about it.
        if (refusal.code() == OAuthErrorCode.INVALID_CLIENT) {
            return false;
        }
        return config.enableClientDebugMessages()
                || Optional.ofNullable(refusal.clientId())
                        .flatMap(clients::find)
                        .map(client -> client.strictness().debugUntil())
                        .filter(until -> clock.instant().isBefore(until))
                        .isPresent();
    }

    /** One line, whose every part is ours or was checked: no stranger writes into the log. */
    private static void note(
            String error, Rule rule, @Nullable String clientId, String description, RequestFacts facts) {
        LOG.info(() -> "Refused request " + facts.requestId() + ": " + error + ", rule " + rule.id() + " ("
                + rule.section() + ")" + (clientId == null ? "" : ", client " + clientId) + ": " + description);
    }
}
