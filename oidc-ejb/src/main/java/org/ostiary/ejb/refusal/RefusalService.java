package org.ostiary.ejb.refusal;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.visit.RequestFacts;

/** Tells a refusal to the client and, with the rule that was broken, to the operator's log. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class RefusalService {

    private static final Logger LOG = Logger.getLogger(RefusalService.class.getName());

    @Inject
    ProviderConfig config;

    /** The text for {@code error_description}; with client debug messages on it names rule and section as well. */
    public String describe(OAuthException refusal, RequestFacts facts) {
        LOG.info(() ->
                "Refused request " + facts.requestId() + ": " + refusal.code().code() + ", rule "
                        + refusal.rule().id() + " (" + refusal.rule().section() + ")");
        String rule = config.enableClientDebugMessages()
                ? " (rule " + refusal.rule().id() + "; " + refusal.rule().section() + ")"
                : "";
        return refusal.description() + rule + " (request " + facts.requestId() + ")";
    }
}
