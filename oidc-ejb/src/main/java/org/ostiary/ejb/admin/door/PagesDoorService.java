package org.ostiary.ejb.admin.door;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminAccessService;
import org.ostiary.ejb.admin.AdminDoorService;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.door.DoorEntry.Admitted;
import org.ostiary.ejb.admin.door.DoorEntry.SignIn;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authorize.PushedAuthorizationService;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.token.TokenService;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;

/**
 * Lets administrators and auditors in to the pages. They sign in as with any application: a pushed request, a code, PKCE, two
 * factors. What the browser then keeps is the access token, sealed, so the very rule that judges programs judges every click. It
 * has no transaction itself; whatever it calls has one.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PagesDoorService {

    /** What auditors read of a sign-in for the pages. */
    static final String SIGN_IN = "sign_in";

    private static final String SESSION = "administration";
    private static final String ATTEMPT = "administration-attempt";
    private static final String FORM = "administration";

    @Inject
    AdminDoorService admission;

    @Inject
    AdminAccessService access;

    @Inject
    PushedAuthorizationService requests;

    @Inject
    TokenService tokens;

    @Inject
    SignInProof proof;

    @Inject
    SealedCookies cookies;

    @Inject
    DoorSessions sessions;

    @Inject
    FormTokens formTokens;

    @Inject
    RefusalService refusals;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    @Inject
    SecureTokens random;

    /** Whether there are such pages. */
    public boolean offered() {
        return config.administration().pages();
    }

    /** The path that answers to sign-ins come to, from the root of the issuer. */
    public String answerPath() {
        return AdministrationClient.REDIRECT_PATH;
    }

    /**
     * Somebody who wants to see a page, or to change something.
     *
     * @param cookie what {@link #finish} gave this browser; null for nothing
     * @param operation the stable name of what they ask for
     * @param path where they come back to when they must sign in first, from the root of the issuer
     * @throws AdminRefusal when it is known who they are, and they have no role
     */
    public DoorEntry enter(@Nullable String cookie, String operation, String path, Visitor visitor) {
        String token = cookies.open(SESSION, cookie).orElse("");
        if (token.isEmpty()) {
            return signIn(path, visitor.facts());
        }
        try {
            Administrator administrator = admission.admit(token, operation, visitor.facts());
            sessions.touch(administrator, visitor);
            return new Admitted(administrator);
        } catch (AdminRefusal refusal) {
            if (refusal.kind() == Kind.NOT_ALLOWED) {
                throw refusal;
            }
            return signIn(path, visitor.facts());
        }
    }

    /** Refuses what the administrator may not do, for auditors to find. */
    public void require(Administrator administrator, AdministrationRole needed) {
        access.require(administrator, needed);
    }

    /** Notes for auditors that somebody looked at what they asked for. */
    public void looked(Administrator administrator, @Nullable String account, @Nullable String what) {
        audit.note(administrator.did(account, null, what), administrator.facts());
    }

    private SignIn signIn(String path, RequestFacts facts) {
        SignInAttempt attempt = new SignInAttempt(random.handle(""), random.handle(""), random.handle(""), path);
        String reference = requests.push(proof.request(attempt), null, facts).requestUri();
        return new SignIn(proof.address(reference), cookies.seal(ATTEMPT, attempt.text()));
    }

    /**
     * Takes the answer to a sign-in, after the checks that no application may leave out.
     *
     * @param attempt what this browser kept when the sign-in began; null when it kept nothing
     * @throws AdminRefusal when the answer does not count, or the person has no role
     */
    public DoorOpened finish(SignInAnswer answer, @Nullable String attempt, RequestFacts facts) {
        SignInAttempt begun = cookies.open(ATTEMPT, attempt)
                .flatMap(SignInAttempt::of)
                .filter(kept -> kept.state().equals(answer.state()))
                .orElseThrow(() -> refuse("No sign-in was begun in this browser, or it was begun anew meanwhile"));
        if (!config.issuer().value().equals(answer.iss())) {
            throw refuse("The answer is somebody else's");
        }
        if (answer.error() != null) {
            throw refuse("The sign-in was refused: " + answer.error());
        }
        TokenResponse response = redeemed(answer, begun, facts);
        proof.require(Objects.requireNonNullElse(response.idToken(), ""), begun.nonce());
        Administrator administrator = admission.admit(response.accessToken(), SIGN_IN, facts);
        audit.note(administrator.did(administrator.accountId(), null, null), facts);
        return new DoorOpened(cookies.seal(SESSION, response.accessToken()), begun.path());
    }

    private TokenResponse redeemed(SignInAnswer answer, SignInAttempt begun, RequestFacts facts) {
        try {
            return tokens.exchange(answer.redemption(proof.redirectUri(), begun), null, facts);
        } catch (OAuthException refusal) {
            refusals.note(refusal, facts);
            throw refuse("The code does not count: " + refusal.code().code());
        }
    }

    static AdminRefusal refuse(String detail) {
        return new AdminRefusal(
                Kind.NOT_AUTHENTICATED, new Rule("administration-sign-in", "RFC 9700, section 4.7"), detail);
    }

    /** A one-time token for the forms of a page, which only this browser may send. */
    public String formToken(String cookie) {
        return formTokens.issue(FORM, cookie);
    }

    /** Takes the token of a form; true once, in time, from the browser that it was shown in. */
    public boolean takes(@Nullable String formToken, String cookie) {
        return formToken != null && formTokens.use(FORM, cookie, formToken);
    }
}
