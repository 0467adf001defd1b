package org.ostiary.ejb.authorize;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.audit.AuditEvent.AccessRefused;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Arrive;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Resume;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.interaction.Interactions;

/**
 * Answers a request that was read, or asks the person first. Every way looks at stored state only: a page that was sent back,
 * opened twice or reached with the Back button changes nothing about what is still missing.
 */
@Stateless
public class AnsweringService {

    @Inject
    RequestReading reading;

    @Inject
    Situations situations;

    @Inject
    InteractionDesk desk;

    @Inject
    Interactions interactions;

    @Inject
    PushedReferences references;

    @Inject
    ResponseIssuing issuing;

    @Inject
    RefusalTelling telling;

    @Inject
    AccountConfirmation confirmation;

    @Inject
    AuditLog audit;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    Clock clock;

    /** A request that arrived now. */
    public AuthorizeOutcome start(ReadRequest read, Visitor visitor) {
        Situation situation = situations.of(read, null, visitor);
        Optional<InteractionCheck> missing = InteractionPolicy.firstMissing(situation);
        if (missing.isEmpty()) {
            requireFirst(read.pushedHash());
            return respond(situation, visitor);
        }
        noteForbidden(missing.get(), situation, visitor.facts());
        if (situation.request().asks(Prompt.NONE)) {
            return refuse(missing.get(), situation, visitor.facts());
        }
        String newCookie = visitor.browserCookie() == null ? random.handle("") : null;
        String handle = open(read, newCookie == null ? visitor.browserCookie() : newCookie);
        return new Ask(missing.get().page(), handle, newCookie);
    }

    /** A request that is looked at in the GET that follows. */
    public AuthorizeOutcome keep(ReadRequest read) {
        return new Resume(open(read, null));
    }

    /** A request that was stored. */
    public AuthorizeOutcome resume(String handle, Visitor visitor) {
        String newCookie = visitor.browserCookie() == null ? random.handle("") : null;
        Visitor known = newCookie == null ? visitor : visitor.withBrowserCookie(newCookie);
        OpenInteraction open = desk.claim(handle, known);
        Situation situation = situations.of(reading.readAgain(open, known), open.interaction(), known);
        if (open.interaction().denied()) {
            return complete(open, error(situation, situation.forbidden() ? forbidden() : denied(), known.facts()));
        }
        if (situation.chosen() && situation.otherPerson()) {
            return complete(open, error(situation, anotherPerson(), known.facts()));
        }
        Optional<InteractionCheck> missing = InteractionPolicy.firstMissing(situation);
        if (missing.isPresent() && situation.request().asks(Prompt.NONE)) {
            noteForbidden(missing.get(), situation, known.facts());
            return complete(open, error(situation, missing.get().refusal(), known.facts()));
        }
        if (missing.isPresent()) {
            noteForbidden(missing.get(), situation, known.facts());
            return new Ask(missing.get().page(), handle, newCookie);
        }
        requireFirst(open);
        String destination = open.interaction().destination();
        return destination == null ? respond(situation, known) : new Arrive(destination);
    }

    /** Notes that the person gave up, so that the next look answers the client. */
    public void giveUp(String handle) {
        interactions.deny(hashes.hash(handle), clock.instant());
    }

    /** Told as an outcome where there is a record for auditors, which a rollback would take away. */
    private Respond refuse(InteractionCheck missing, Situation situation, RequestFacts facts) {
        RedirectedError error = error(situation, missing.refusal(), facts);
        if (missing.page() == Page.FORBIDDEN) {
            return new Respond(error.response());
        }
        throw error;
    }

    /** Last before a person is turned away: they may have got a group in the directory since they logged in. */
    private void noteForbidden(InteractionCheck missing, Situation situation, RequestFacts facts) {
        if (missing.page() == Page.FORBIDDEN && situation.standing() != null && situation.decision() != null) {
            confirmation.require(situation.standing().account());
            audit.note(
                    new AccessRefused(
                            situation.standing().account().id(),
                            situation.client().clientId(),
                            situation.decision().rule()),
                    facts);
        }
    }

    private String open(ReadRequest read, @Nullable String browserCookie) {
        return desk.open(read.client(), read.parameters(), read.pushedHash(), browserCookie);
    }

    private Respond respond(Situation situation, Visitor visitor) {
        return new Respond(issuing.issue(situation, visitor.facts()));
    }

    private RedirectedError error(Situation situation, OAuthException refusal, RequestFacts facts) {
        return telling.tell(situation.client(), situation.redirect(), refusal, facts);
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
        requireFirst(open.interaction().pushedHash());
    }

    private void requireFirst(@Nullable String pushedHash) {
        if (pushedHash != null) {
            references.completeOnce(pushedHash);
        }
    }

    /** A person logged in for this request, and it is not the one whom the client means. */
    private static OAuthException anotherPerson() {
        return new OAuthException(
                OAuthErrorCode.LOGIN_REQUIRED,
                new Rule("subject-as-requested", "OIDC Core 1.0, section 3.1.2.1"),
                "Another person logged in than the one whom the request is for");
    }

    private static OAuthException forbidden() {
        return new OAuthException(
                OAuthErrorCode.ACCESS_DENIED,
                new Rule("access-allowed", "RFC 6749, section 4.1.2.1"),
                "The person who is logged in may not use this client");
    }

    private static OAuthException denied() {
        return new OAuthException(
                OAuthErrorCode.ACCESS_DENIED,
                new Rule("consent-denied", "RFC 6749, section 4.1.2.1"),
                "The person did not allow the access that the client asked for");
    }
}
