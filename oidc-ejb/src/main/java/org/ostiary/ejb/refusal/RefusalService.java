package org.ostiary.ejb.refusal;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.refusal.RefusedRequest;
import org.ostiary.persistence.refusal.RefusedRequests;

/**
 * Tells a refusal: to whoever asked a sentence that everyone may know, or where debug messages are on the precise reason;
 * to the operator always the reason, under the id that the answer carries.
 */
@Stateless
@TransactionAttribute(SUPPORTS)
public class RefusalService {

    private static final Logger LOG = Logger.getLogger(RefusalService.class.getName());

    @Inject
    ProviderConfig config;

    @Inject
    ClientDirectory clients;

    @Inject
    RecentRefusals recent;

    @Inject
    RefusedRequests records;

    @Inject
    Meters meters;

    @Inject
    Clock clock;

    /**
     * Notes the refusal and answers the text for {@code error_description}. It is general, unless the operator lets
     * developers of this client, or of all, read which rule was broken.
     */
    public String describe(OAuthException refusal, RequestFacts request) {
        return tell(refusal, Facts.text(refusal.facts().orElse(null)), request);
    }

    /** Notes the refusal and answers what a person may read: never anything that was sent. */
    public String show(OAuthException refusal, RequestFacts request) {
        return tell(
                refusal,
                refusal.facts().map(facts -> "; expected " + facts.expected()).orElse(""),
                request);
    }

    private String tell(OAuthException refusal, String facts, RequestFacts request) {
        note(refusal, request);
        Rule rule = refusal.rule();
        String text = debugged(refusal)
                ? refusal.description() + " (rule " + rule.id() + "; " + rule.section() + facts + ")"
                : GeneralText.of(refusal.code());
        return text + " (request " + request.requestId() + ")";
    }

    private boolean debugged(OAuthException refusal) {
        // Who is not known to be the client learns nothing about it.
        if (refusal.code() == OAuthErrorCode.INVALID_CLIENT) {
            return false;
        }
        return config.enableClientDebugMessages()
                || Optional.ofNullable(refusal.clientId())
                        .flatMap(clients::find)
                        .map(client -> client.strictness().debugUntil())
                        .filter(until -> clock.instant().isBefore(until))
                        .isPresent();
    }

    /** Notes a refusal for the operator only; of two for one request the first stays. */
    public void note(OAuthException refusal, RequestFacts request) {
        note(new Refusal(
                request.requestId(),
                clock.instant(),
                refusal.clientId(),
                refusal.code().code(),
                refusal.rule(),
                refusal.description(),
                refusal.facts().orElse(null)));
    }

    /** Notes a request that was refused by its status alone: before an endpoint saw it, or by a page. */
    public void noteStatus(int status, RequestFacts request) {
        note(new Refusal(
                request.requestId(),
                clock.instant(),
                null,
                "status " + status,
                StatusRules.of(status),
                "answered by its status alone",
                null));
    }

    /** Notes a refusal that only the operator is told precisely. */
    public void note(String error, Rule rule, String description, RequestFacts request) {
        note(new Refusal(request.requestId(), clock.instant(), null, error, rule, description, null));
    }

    private void note(Refusal refusal) {
        if (recent.note(refusal)) {
            meters.count("ostiary_refusals", "rule", refusal.rule().id());
            LOG.info(refusal::line);
        }
    }

    /** Whether this node noted a refusal of the request just now; asks no database. */
    public boolean noted(String requestId) {
        return recent.find(requestId).isPresent();
    }

    /** Why this node refused a request just now; asks no database. */
    public Optional<Refusal> recent(String requestId) {
        return recent.find(requestId);
    }

    /** Why a request was refused, by the id of its answer; empty when that is too long ago. */
    public Optional<Refusal> find(String requestId) {
        return recent.find(requestId).or(() -> records.find(requestId).map(RefusalService::read));
    }

    private static Refusal read(RefusedRequest row) {
        return new Refusal(
                row.requestId(),
                row.happenedAt(),
                row.clientId(),
                row.error(),
                new Rule(row.rule(), row.section()),
                row.description(),
                facts(row));
    }

    private static @Nullable Facts facts(RefusedRequest row) {
        String parameter = row.parameter();
        String got = row.got();
        String expected = row.expected();
        return parameter == null || got == null || expected == null ? null : new Facts(parameter, got, expected);
    }
}
