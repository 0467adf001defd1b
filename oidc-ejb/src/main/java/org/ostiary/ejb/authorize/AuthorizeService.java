package org.ostiary.ejb.authorize;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.accounts.AccountUnconfirmed;
import org.ostiary.ejb.grant.SubjectMissing;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.subject.Subjects;
import org.ostiary.ejb.visit.Visitor;

/**
 * The authorization endpoint's service (RFC 6749, section 4.1; OIDC Core 1.0, section 3.1.2). It has no transaction itself,
 * because reading a request may mean to wait for its client's server; {@link AnsweringService} has one.
 *
 * <p>A failure before the redirect URI is trusted is shown ({@link OAuthException}); one after it is told to the client
 * ({@link RedirectedError}).
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AuthorizeService {

    private static final int MOST_TRIES = 3;

    @Inject
    RequestReading reading;

    @Inject
    AnsweringService answering;

    @Inject
    Subjects subjects;

    @Inject
    AccountConfirmation confirmation;

    @Inject
    InteractionDesk desk;

    @Inject
    Situations situations;

    @Inject
    InteractionViews views;

    /** An authorization request by GET. */
    public AuthorizeOutcome start(RequestParameters parameters, Visitor visitor) {
        ReadRequest read = reading.read(parameters, visitor);
        return knowingThePerson(() -> answering.start(read, visitor), visitor);
    }

    /**
     * An authorization request by POST. It is stored and looked at in the GET that follows, because a POST from a foreign
     * site does not carry the cookies that say who is logged in.
     */
    public AuthorizeOutcome receive(RequestParameters parameters, Visitor visitor) {
        return answering.keep(reading.read(parameters, visitor));
    }

    /** Back from a page, or from a POST. */
    public AuthorizeOutcome resume(String handle, Visitor visitor) {
        return knowingThePerson(() -> answering.resume(handle, visitor), visitor);
    }

    /**
     * A person's first visit to a sector costs a second try, so that no transaction waits for another; and so does one whom
     * the directory was not asked about for a while, before they are turned away.
     */
    private AuthorizeOutcome knowingThePerson(Supplier<AuthorizeOutcome> way, Visitor visitor) {
        for (int tries = 1; ; tries++) {
            try {
                return way.get();
            } catch (SubjectMissing missing) {
                if (tries == MOST_TRIES) {
                    throw missing;
                }
                subjects.subOf(missing.accountId(), missing.sector());
            } catch (AccountUnconfirmed unconfirmed) {
                if (tries == MOST_TRIES) {
                    throw unconfirmed;
                }
                confirmation.confirm(unconfirmed, visitor.facts());
            }
        }
    }

    /**
     * What a page needs to ask its question.
     *
     * @return empty when it is not this page's turn, and the browser should {@link #resume}
     */
    public Optional<InteractionView> view(Page page, String handle, Visitor visitor) {
        OpenInteraction open = desk.require(handle, visitor);
        Situation situation = situations.of(reading.readAgain(open, visitor), open.interaction(), visitor);
        if (open.interaction().denied()
                || InteractionPolicy.firstMissing(situation).stream().noneMatch(check -> check.page() == page)) {
            return Optional.empty();
        }
        return Optional.of(views.of(page, open, situation));
    }
}
