package org.ostiary.ejb.authorize;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.consent.AskedItem.Known;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.persistence.consent.ConsentItem;
import org.ostiary.persistence.grant.GrantedRequest;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Whether a person must be asked what a client may have, and what it gets where not (OIDC Core 1.0, sections 3.1.2.4 and 11;
 * RFC 8252, section 8.6). A remembered no is an answer too: what was denied is left out, and nobody is asked again.
 */
final class ConsentRules {

    private ConsentRules() {}

    static boolean missing(Situation situation) {
        if (situation.standing() == null) {
            return true;
        }
        return !decidedHere(situation) && (situation.request().asks(Prompt.CONSENT) || !decidedBefore(situation));
    }

    private static boolean decidedHere(Situation situation) {
        Interaction interaction = situation.interaction();
        SessionStanding standing = situation.standing();
        return interaction != null
                && standing != null
                && interaction.consentedBy(standing.account().id());
    }

    private static boolean decidedBefore(Situation situation) {
        return situation.client().consent().mode() != ConsentMode.EXPLICIT
                && identityAssured(situation)
                && situation.items().stream().allMatch(item -> settled(item, situation))
                && (situation.request().scopes().isEmpty()
                        || !grantedScopes(situation).isEmpty());
    }

    private static boolean settled(AskedItem item, Situation situation) {
        if (item.known() == Known.DENIED) {
            return !item.required();
        }
        // What outlives the login session is never given without a yes of that moment.
        if (item.item().equals(Scopes.OFFLINE_ACCESS)) {
            return false;
        }
        return item.known() == Known.GRANTED || situation.client().consent().mode() == ConsentMode.IMPLICIT;
    }

    /** Whether nobody else can pose as the client: else a person is always asked. The pages of our own are at our own address. */
    private static boolean identityAssured(Situation situation) {
        return !situation.client().isPublic()
                || situation.client().clientId().equals(AdministrationClient.ID)
                || situation.redirect().redirectUri().startsWith("https://");
    }

    /** What the client gets of what it asked for, once nothing is missing. */
    static GrantedRequest granted(Situation situation) {
        AuthorizationRequest request = situation.request();
        Set<String> allowed = allowed(situation);
        Set<String> scopes = grantedScopes(situation);
        Set<String> audience = new LinkedHashSet<>(request.audience());
        audience.removeIf(name -> !allowed.contains(ConsentItem.ofAudience(name)));
        Set<String> denied =
                situation.items().stream().map(AskedItem::item).collect(Collectors.toCollection(LinkedHashSet::new));
        denied.removeAll(allowed);
        return new GrantedRequest(scopes, audience, request.claims(), denied, scopes.contains(Scopes.OFFLINE_ACCESS));
    }

    private static Set<String> grantedScopes(Situation situation) {
        Set<String> scopes = new LinkedHashSet<>(situation.request().scopes());
        scopes.retainAll(allowed(situation));
        return scopes;
    }

    private static Set<String> allowed(Situation situation) {
        Interaction interaction = situation.interaction();
        if (interaction != null && decidedHere(situation)) {
            return interaction.consentedItems();
        }
        List<AskedItem> items = situation.items();
        return items.stream()
                .filter(item -> item.known() != Known.DENIED)
                .map(AskedItem::item)
                .collect(Collectors.toSet());
    }
}
