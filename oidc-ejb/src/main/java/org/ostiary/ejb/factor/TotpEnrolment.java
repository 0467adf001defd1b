package org.ostiary.ejb.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.ejb.visit.RequestFacts;

/**
 * Confirms an offered key with the first code of the app that has it. Used outside transactions only: spending the offer has
 * one and remembering the app another, and nobody may hold two connections.
 */
@ApplicationScoped
public class TotpEnrolment {

    @Inject
    TotpSetUps setUps;

    @Inject
    TotpService service;

    /** True when the app counts from now on; false when the code is wrong, or the offer was taken up before or is too old. */
    public boolean confirm(String accountId, TotpSetUpForm form, String binding, RequestFacts facts) {
        byte[] seed = setUps.seed(form.token());
        Optional<Long> step = service.stepShown(seed, form.code());
        if (step.isEmpty() || !setUps.take(binding, form.token())) {
            return false;
        }
        service.remember(accountId, form.name(), seed, step.get(), facts);
        return true;
    }
}
