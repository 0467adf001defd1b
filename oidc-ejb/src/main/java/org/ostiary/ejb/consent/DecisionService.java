package org.ostiary.ejb.consent;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.ConsentDenied;
import org.ostiary.ejb.audit.AuditEvent.ConsentGiven;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.protocol.client.ClientConsent;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.ConsentDecision;
import org.ostiary.persistence.consent.ConsentSource;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.interaction.Interactions;

/** Notes a decision: in its interaction always, for later requests as the client's consent mode says. */
@Stateless
public class DecisionService {

    @Inject
    Interactions interactions;

    @Inject
    Consents consents;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Notes a yes to what the form allows of what was asked for, and a no to the rest. */
    public void allow(
            OpenInteraction open, Account account, List<AskedItem> asked, ConsentForm form, RequestFacts facts) {
        Instant now = clock.instant();
        String clientId = open.client().clientId();
        Set<String> allowed = names(asked, form::allows);
        interactions.consent(hashes.hash(open.handle()), account.id(), allowed, now);
        remember(open, account, asked, form, now);
        audit.note(
                new ConsentGiven(
                        account.id(), clientId, DecisionText.of(allowed, names(asked, item -> !form.allows(item)))),
                facts);
    }

    private void remember(OpenInteraction open, Account account, List<AskedItem> asked, ConsentForm form, Instant now) {
        ClientConsent mode = open.client().consent();
        boolean implicit = mode.mode() == ConsentMode.IMPLICIT;
        boolean wanted =
                mode.mode() == ConsentMode.AUTO || (mode.mode() == ConsentMode.PRE_CONFIGURED && form.remember());
        if (!wanted && !implicit) {
            return;
        }
        // Where nobody is asked, only a no needs to be remembered, and it counts until a yes takes it back.
        List<AskedItem> remembered =
                asked.stream().filter(item -> !implicit || !form.allows(item)).toList();
        Instant until = implicit ? null : now.plus(mode.remembered());
        consents.remember(account.id(), open.client().clientId(), decisions(remembered, form, now, until));
        if (implicit) {
            asked.stream()
                    .filter(form::allows)
                    .forEach(item -> consents.forget(account.id(), open.client().clientId(), item.item()));
        }
    }

    private static Map<String, ConsentDecision> decisions(
            List<AskedItem> asked, ConsentForm form, Instant now, @Nullable Instant until) {
        Map<String, ConsentDecision> decisions = new LinkedHashMap<>();
        asked.forEach(item -> decisions.put(
                item.item(),
                new ConsentDecision(form.allows(item), ConsentSource.CONSENT_PAGE, item.fingerprint(), now, until)));
        return decisions;
    }

    private static Set<String> names(List<AskedItem> asked, Predicate<AskedItem> which) {
        return asked.stream().filter(which).map(AskedItem::item).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Notes a no to all of it. Nothing is remembered: the next request asks again. */
    public void deny(OpenInteraction open, Account account, RequestFacts facts) {
        interactions.deny(hashes.hash(open.handle()), clock.instant());
        audit.note(new ConsentDenied(account.id(), open.client().clientId()), facts);
    }
}
