package org.ostiary.ejb.authorize;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthException;

/**
 * What an authorization request would lead to first.
 *
 * @param page that the person would see; null for none but perhaps an error page
 * @param refusal why it would be refused; null where it would not
 * @param toldToClient whether the client would hear of the refusal, and not the person alone
 * @param scopes that the answer would be for; none where there would be none yet
 * @param audience that access tokens would be for; none where there would be none yet, or where they are for everybody
 * @param rules by which it was judged, in their order
 */
public record Prediction(
        Outcome outcome,
        @Nullable Page page,
        @Nullable OAuthException refusal,
        boolean toldToClient,
        Set<String> scopes,
        Set<String> audience,
        List<JudgedRule> rules) {

    /** The kinds of what a request leads to. */
    public enum Outcome {
        /** The person is asked something. */
        ASK,
        /** The client gets a code or what else its response type names. */
        ANSWER,
        /** It is refused. */
        REFUSE
    }

    static Prediction ask(Page page, List<JudgedRule> rules) {
        return new Prediction(Outcome.ASK, page, null, false, Set.of(), Set.of(), rules);
    }

    static Prediction answer(Set<String> scopes, Set<String> audience, List<JudgedRule> rules) {
        return new Prediction(Outcome.ANSWER, null, null, false, scopes, audience, rules);
    }

    static Prediction refuse(OAuthException refusal, boolean toldToClient, List<JudgedRule> rules) {
        return new Prediction(Outcome.REFUSE, null, refusal, toldToClient, Set.of(), Set.of(), rules);
    }
}
