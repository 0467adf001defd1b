package org.ostiary.ejb.authorize;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.grant.GrantedRequest;

/**
 * Says what an authorization request would lead to, by the classes that {@link AuthorizeService} answers with, up to where
 * something would be written. Nothing is stored, issued, or noted as a refusal. A request object that is named by its address is
 * fetched, as it always is.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PredictionService {

    @Inject
    RequestReading reading;

    @Inject
    SupposedSessions sessions;

    @Inject
    Situations situations;

    @Inject
    ResponseIssuing issuing;

    /**
     * What would happen first.
     *
     * @param query the request as a browser sends it, encoded
     * @param login who is supposed to be logged in
     */
    public Prediction predict(String query, SupposedLogin login) {
        JudgedRules judged = new JudgedRules();
        Visitor visitor = new Visitor(null, null, new RequestFacts("", login.ip(), ""));
        try {
            ReadRequest read = reading.read(RequestParameters.parse(query), visitor, judged);
            return predict(situations.of(read, null, sessions.of(login, read.client()), login.ip()), judged);
        } catch (RefusalToTell refused) {
            return refuse(refused.refusal(), true, judged);
        } catch (OAuthException refusal) {
            return refuse(refusal, false, judged);
        }
    }

    private Prediction predict(Situation situation, JudgedRules judged) {
        Optional<InteractionCheck> missing = InteractionPolicy.firstMissing(situation, judged);
        if (missing.isPresent()) {
            return situation.request().asks(Prompt.NONE)
                    ? refuse(missing.get().refusal(), true, judged)
                    : Prediction.ask(
                            missing.get().page(),
                            JudgedRule.of(judged, missing.get().rule()));
        }
        judged.by(ResponseIssuing.OPEN);
        Optional<OAuthException> refusal = issuing.refusal(situation);
        if (refusal.isPresent()) {
            return refuse(refusal.get(), true, judged);
        }
        GrantedRequest granted = ConsentRules.granted(situation);
        return Prediction.answer(granted.scopes(), granted.audience(), JudgedRule.of(judged, null));
    }

    private static Prediction refuse(OAuthException refusal, boolean toldToClient, JudgedRules judged) {
        return Prediction.refuse(refusal, toldToClient, JudgedRule.of(judged, refusal.rule()));
    }
}
