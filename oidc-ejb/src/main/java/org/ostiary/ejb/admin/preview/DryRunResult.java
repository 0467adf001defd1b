package org.ostiary.ejb.admin.preview;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authorize.JudgedRule;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.authorize.Prediction;

/**
 * What a request would lead to first.
 *
 * @param page that the person would see; null where none would be shown
 * @param refusal null where it would not be refused
 * @param scopes that the answer would be for
 * @param audience that access tokens would be for
 * @param rules by which it was judged, in their order; what comes after the first that is not kept was not judged
 */
public record DryRunResult(
        Prediction.Outcome outcome,
        @Nullable Page page,
        @Nullable DryRunRefusal refusal,
        Set<String> scopes,
        Set<String> audience,
        List<JudgedRule> rules) {

    static DryRunResult of(Prediction predicted) {
        return new DryRunResult(
                predicted.outcome(),
                predicted.page(),
                DryRunRefusal.of(predicted.refusal(), predicted.toldToClient()),
                predicted.scopes(),
                predicted.audience(),
                predicted.rules());
    }
}
