package org.ostiary.ejb.authorize;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Resume;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.consent.ConsentItems;
import org.ostiary.ejb.interaction.FormBinding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequestRules;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.ejb.protocol.authorize.RedirectTarget;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.interaction.Interactions;
import org.ostiary.persistence.session.SessionStanding;

/**
 * The authorization endpoint's service (RFC 6749, section 4.1; OIDC Core 1.0, section 3.1.2).
 *
 * <p>Every way looks at stored state only: a page that was sent back, opened twice or
 * reached with the Back button changes nothing about what is still missing. A failure before the redirect URI is trusted is
 * shown ({@link OAuthException}); one after it is told to the client ({@link RedirectedError}).
 */
@Stateless
public class AuthorizeService {

    @Inject
    ClientDirectory clients;

    @Inject
    InteractionDesk desk;

    @Inject
    Interactions interactions;

    @Inject
    SessionReader sessions;

    @Inject
    CodeIssuing codes;

    @Inject
    RefusalService refusals;

    @Inject
    FormTokens formTokens;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    ConsentItems items;

    @Inject
    Subjects subjects;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** An authorization request by GET. */
    public AuthorizeOutcome start(RequestParameters parameters, Visitor visitor) {
        RegisteredClient client = client(parameters);
        TrustedRedirect redirect = TrustedRedirect.of(config.issuer(), client, parameters);
        Situation situation = situation(client, redirect, parameters, null, visitor);
        Optional<InteractionCheck> missing = InteractionPolicy.firstMissing(situation);
        if (missing.isEmpty()) {
            return respond(situation, visitor);
        }
        if (situation.request().asks(Prompt.NONE)) {
            throw error(redirect, missing.get().refusal(), visitor);
        }
        String newCookie = visitor.browserCookie() == null ? random.handle("") : null;
        String handle = desk.open(client, parameters, newCookie == null ? visitor.browserCookie() : newCookie);
        return new Ask(missing.get().page(), handle, newCookie);
    }

    /**
     * An authorization request by POST. It is stored and looked at in the GET that follows, because a POST from a foreign
     * site does not carry the cookies that say who is logged in.
     */
    public AuthorizeOutcome receive(RequestParameters parameters, Visitor visitor) {
        RegisteredClient client = client(parameters);
        read(client, TrustedRedirect.of(config.issuer(), client, parameters), parameters, visitor);
        return new Resume(desk.open(client, parameters, null));
    }

    /** Back from a page, or from a POST. */
    public AuthorizeOutcome resume(String handle, Visitor visitor) {
        String newCookie = visitor.browserCookie() == null ? random.handle("") : null;
        Visitor known = newCookie == null ? visitor : new Visitor(visitor.sessionCookie(), newCookie, visitor.facts());
        OpenInteraction open = desk.claim(handle, known);
        Situation situation = situation(open, known);
        if (open.interaction().denied()) {
            return complete(open, error(situation.redirect(), denied(), known));
        }
        Optional<InteractionCheck> missing = InteractionPolicy.firstMissing(situation);
        if (missing.isPresent() && situation.request().asks(Prompt.NONE)) {
            return complete(open, error(situation.redirect(), missing.get().refusal(), known));
        }
        if (missing.isPresent()) {
            return new Ask(missing.get().page(), handle, newCookie);
        }
        requireFirst(open);
        return respond(situation, known);
    }

    /**
     * What a page needs to ask its question.
     *
     * @return empty when it is not this page's turn, and the browser should {@link #resume}
     */
    @TransactionAttribute(SUPPORTS)
    public Optional<InteractionView> view(Page page, String handle, Visitor visitor) {
        OpenInteraction open = desk.require(handle, visitor);
        Situation situation = situation(open, visitor);
        if (open.interaction().denied()
                || InteractionPolicy.firstMissing(situation).stream().noneMatch(check -> check.page() == page)) {
            return Optional.empty();
        }
        return Optional.of(view(page, open, situation));
    }

    private InteractionView view(Page page, OpenInteraction open, Situation situation) {
        SessionStanding standing = situation.standing();
        List<ScopeView> scopes = situation.items().stream()
                .map(item -> new ScopeView(item, situation.rememberedItems().contains(item)))
                .toList();
        RedirectTarget target = RedirectTarget.of(situation.redirect().redirectUri());
        return new InteractionView(
                open.handle(),
                open.client().clientId(),
                open.client().clientName(),
                target.host(),
                target.origin(),
                standing == null ? null : standing.account().username(),
                situation.request().loginHint(),
                situation.request().display().value(),
                scopes,
                formToken(page, open, standing));
    }

    /** Anyone in this browser may log in; only the account that is asked may decide. */
    private String formToken(Page page, OpenInteraction open, @Nullable SessionStanding standing) {
        return page == Page.LOGIN
                ? formTokens.issue(FormBinding.LOGIN, FormBinding.of(open.handle()))
                : formTokens.issue(FormBinding.CONSENT, FormBinding.of(open.handle(), standing));
    }

    private RegisteredClient client(RequestParameters parameters) {
        return clients.find(parameters.require("client_id"))
                .orElseThrow(() -> new OAuthException(
                        OAuthErrorCode.INVALID_REQUEST,
                        new Rule("client-known", "RFC 6749, section 4.1.2.1"),
                        "The client_id is not one of a client that is registered here"));
    }

    private Situation situation(OpenInteraction open, Visitor visitor) {
        TrustedRedirect redirect = TrustedRedirect.of(config.issuer(), open.client(), open.parameters());
        return situation(open.client(), redirect, open.parameters(), open.interaction(), visitor);
    }

    private Situation situation(
            RegisteredClient client,
            TrustedRedirect redirect,
            RequestParameters parameters,
            @Nullable Interaction interaction,
            Visitor visitor) {
        AuthorizationRequest request = read(client, redirect, parameters, visitor);
        Instant now = clock.instant();
        SessionStanding standing =
                sessions.live(visitor.sessionCookie(), client.clientId()).orElse(null);
        return new Situation(
                client,
                redirect,
                request,
                items.of(request, client),
                standing,
                interaction,
                expected(standing, request, client),
                interaction == null ? now : interaction.requestedAt(),
                now);
    }

    /** Looked up only where the request is for someone in particular (OIDC Core 1.0, section 5.5.1). */
    private boolean expected(
            @Nullable SessionStanding standing, AuthorizationRequest request, RegisteredClient client) {
        List<String> wanted = ClaimsParameter.subjects(request.claims());
        return wanted.isEmpty()
                || (standing != null
                        && subjects.find(
                                        standing.account().id(),
                                        client.subject().sector())
                                .filter(wanted::contains)
                                .isPresent());
    }

    private AuthorizationRequest read(
            RegisteredClient client, TrustedRedirect redirect, RequestParameters parameters, Visitor visitor) {
        try {
            ClaimsParameter.requireReachable(parameters.find("claims").orElse(null));
            AuthorizationPolicies.requireReachable(client);
            return AuthorizationRequestRules.read(client, parameters, config.authorizationRules());
        } catch (OAuthException refusal) {
            throw error(redirect, refusal, visitor);
        }
    }

    private RedirectedError error(TrustedRedirect redirect, OAuthException refusal, Visitor visitor) {
        return redirect.error(refusal, refusals.describe(refusal, visitor.facts()));
    }

    private Respond respond(Situation situation, Visitor visitor) {
        SessionStanding standing = Objects.requireNonNull(situation.standing(), "no answer without a session");
        return new Respond(codes.issue(situation, standing.session(), visitor.facts()));
    }

    /** Told as an outcome, not thrown: that the interaction is over must not be rolled back. */
    private Respond complete(OpenInteraction open, RedirectedError error) {
        requireFirst(open);
        return new Respond(error.response());
    }

    /** Last before the answer, so that of two tabs exactly one gets it. */
    private void requireFirst(OpenInteraction open) {
        if (!interactions.complete(hashes.hash(open.handle()), clock.instant())) {
            throw desk.finished(open.interaction());
        }
    }

    private static OAuthException denied() {
        return new OAuthException(
                OAuthErrorCode.ACCESS_DENIED,
                new Rule("consent-denied", "RFC 6749, section 4.1.2.1"),
                "The person did not allow the access that the client asked for");
    }
}
