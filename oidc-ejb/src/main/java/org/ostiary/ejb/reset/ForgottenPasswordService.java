package org.ostiary.ejb.reset;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.ostiary.ejb.audit.AuditEvent.PasswordResetRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.mail.Outbox;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.AddressBlock;
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

    private static final String FORM = "forgot-password";

    @Inject
    Outbox outbox;

    @Inject
    ResetCountService counts;

    @Inject
    ResetRequestService requests;

    @Inject
    FormTokens formTokens;

    @Inject
    TokenHashes hashes;

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
        if (!allowed(visitor)) {
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

    private boolean allowed(Visitor visitor) {
        String counter = hashes.hash(
                "password resets\naddress\n" + AddressBlock.of(visitor.facts().ip()));
        if (counts.count(counter)) {
            return true;
        }
        if (counts.exists(counter)) {
            return false;
        }
        open(counter);
        return counts.count(counter);
    }

    private void open(String counter) {
        try {
            counts.open(counter);
        } catch (EJBException e) {
            if (!LostRace.is(e)) {
                throw e;
            }
        }
    }
}
