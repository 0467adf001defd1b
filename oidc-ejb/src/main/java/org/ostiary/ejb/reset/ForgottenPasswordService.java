package org.ostiary.ejb.reset;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.audit.AuditEvent.PasswordResetRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.mail.Outbox;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.regulation.HourlyLimit;
import org.ostiary.ejb.visit.Visitor;

/**
 * Takes in who forgot a password. Nothing is looked up here: what was typed is written down, and whose it is, is found out
 * afterwards by {@link ResetRequestService}. So every name costs the same statements and the same time.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ForgottenPasswordService {

    /** Longer than any username or address. */
    static final int LONGEST_NAME = 254;

    /** From one place. */
    static final int MOST_AN_HOUR = 20;

    private static final String FORM = "forgot-password";

    @Inject
    Outbox outbox;

    @Inject
    HourlyLimit limit;

    @Inject
    ResetRequestService requests;

    @Inject
    FormTokens formTokens;

    @Inject
    SecureTokens random;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    /** Whether a new password can be had by mail. */
    public boolean offered() {
        return config.mail().passwordReset() && outbox.open();
    }

    /** What the form needs. */
    public ForgottenForm form(Visitor visitor) {
        String known = visitor.browserCookie();
        String cookie = known == null ? random.handle("") : known;
        return new ForgottenForm(formTokens.issue(FORM, cookie), known == null ? cookie : null);
    }

    /**
     * Takes in a request.
     *
     * @param name a username or an email address, as it was typed
     */
    public ForgottenOutcome ask(String name, String formToken, Visitor visitor) {
        String browser = visitor.browserCookie();
        if (browser == null || !formTokens.use(FORM, browser, formToken)) {
            return ForgottenOutcome.STALE_FORM;
        }
        if (!couldBeOne(name.strip())) {
            return ForgottenOutcome.UNUSABLE;
        }
        if (!limit.allows("password resets\naddress", visitor.facts().ip(), MOST_AN_HOUR)) {
            audit.note(new PasswordResetRefused("resets-per-address"), visitor.facts());
            return ForgottenOutcome.TOO_MANY;
        }
        requests.write(name.strip(), visitor.facts());
        return ForgottenOutcome.TAKEN;
    }

    /** Nobody is called by a control character, and databases do not take all of them. */
    private static boolean couldBeOne(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
