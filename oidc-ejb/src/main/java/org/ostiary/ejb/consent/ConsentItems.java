package org.ostiary.ejb.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ostiary.ejb.claims.ClaimsAssembly;
import org.ostiary.ejb.claims.ClaimsRequest;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.consent.AskedItem.Known;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.consent.Consent;
import org.ostiary.persistence.consent.ConsentItem;

/**
 * What a person is asked to allow, an item each: the scopes, the resource servers, and the claims that were asked for by name
 * and that no scope of the request releases.
 */
@ApplicationScoped
public class ConsentItems {

    @Inject
    ClaimsAssembly claims;

    @Inject
    ScopeClaims scopeClaims;

    @Inject
    ConsentFingerprints fingerprints;

    @Inject
    Clock clock;

    /** The items of a request in the order they are shown, with what the person remembered of {@code consents} says. */
    public List<AskedItem> of(AuthorizationRequest request, RegisteredClient client, Collection<Consent> consents) {
        Instant now = clock.instant();
        Map<String, Consent> counting = consents.stream()
                .filter(consent -> consent.counts(now))
                .collect(Collectors.toMap(Consent::item, Function.identity()));
        return names(request, client).stream()
                .map(item -> asked(item, client, counting))
                .toList();
    }

    private Set<String> names(AuthorizationRequest request, RegisteredClient client) {
        Set<String> items = new LinkedHashSet<>(request.scopes());
        request.audience().forEach(audience -> items.add(ConsentItem.ofAudience(audience)));
        Set<String> named = claims.allowed(ClaimsRequest.parse(request.claims()), client);
        named.removeAll(scopeClaims.of(request.scopes()));
        named.forEach(claim -> items.add(ConsentItem.ofClaim(claim)));
        return items;
    }

    private AskedItem asked(String item, RegisteredClient client, Map<String, Consent> consents) {
        String fingerprint = fingerprints.of(item, client);
        return new AskedItem(
                item,
                known(item, fingerprint, client, consents),
                ConsentItem.isScope(item) && client.consent().requires(item),
                claimsOf(item),
                fingerprint);
    }

    private Known known(String item, String fingerprint, RegisteredClient client, Map<String, Consent> consents) {
        Consent consent = consents.get(item);
        if (consent == null) {
            return releasedBefore(item, client, consents) ? Known.GRANTED : Known.NEW;
        }
        if (!consent.granted()) {
            // Where nobody is asked, nothing but the no itself may end it.
            boolean counts = consent.about(fingerprint) || client.consent().mode() == ConsentMode.IMPLICIT;
            return counts ? Known.DENIED : Known.NEW;
        }
        return consent.about(fingerprint) ? Known.GRANTED : Known.NEW;
    }

    /** A claim is no news when a scope was allowed that releases it. */
    private boolean releasedBefore(String item, RegisteredClient client, Map<String, Consent> consents) {
        return ConsentItem.isClaim(item)
                && consents.values().stream()
                        .filter(Consent::granted)
                        .filter(consent -> consent.about(fingerprints.of(consent.item(), client)))
                        .anyMatch(consent -> claimsOf(consent.item()).contains(ConsentItem.nameOf(item)));
    }

    /** The claims that an item releases. */
    public Set<String> claimsOf(String item) {
        if (ConsentItem.isClaim(item)) {
            return Set.of(ConsentItem.nameOf(item));
        }
        return ConsentItem.isScope(item) ? scopeClaims.of(List.of(item)) : Set.of();
    }

    /** What a page says about these items, for its form. */
    public static String seen(Collection<AskedItem> items) {
        return items.stream().map(AskedItem::fingerprint).collect(Collectors.joining("\n"));
    }
}
