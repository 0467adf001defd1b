package org.ostiary.ejb.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.consent.ConsentItems;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.consent.Consent;
import org.ostiary.persistence.consent.ConsentItem;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.GrantUse;
import org.ostiary.persistence.grant.Grants;

/** Puts together, from remembered decisions and grants, what a person's applications have. Three statements in all. */
@ApplicationScoped
public class ApplicationAssembly {

    private static final GrantUse NOTHING = new GrantUse(Instant.EPOCH, Instant.EPOCH);

    @Inject
    Consents consents;

    @Inject
    Grants grants;

    @Inject
    ClientDirectory clients;

    @Inject
    ConsentItems items;

    @Inject
    IssuanceDoor door;

    @Inject
    Clock clock;

    /** The applications of an account, by their names. */
    List<Application> of(String accountId) {
        Instant now = clock.instant();
        Map<String, List<Consent>> decisions = consents.of(accountId).stream()
                .filter(consent -> consent.counts(now))
                .collect(Collectors.groupingBy(Consent::clientId));
        Map<String, GrantUse> uses = grants.uses(accountId);
        Map<String, List<GrantStanding>> live = grants.of(accountId).stream()
                .filter(standing -> live(standing, uses, now))
                .collect(Collectors.groupingBy(standing -> standing.grant().clientId()));
        return Stream.concat(decisions.keySet().stream(), live.keySet().stream())
                .distinct()
                .map(id ->
                        application(id, decisions.getOrDefault(id, List.of()), live.getOrDefault(id, List.of()), uses))
                .sorted(Comparator.comparing(Application::clientName).thenComparing(Application::clientId))
                .toList();
    }

    private boolean live(GrantStanding standing, Map<String, GrantUse> uses, Instant now) {
        return uses.getOrDefault(standing.grant().id(), NOTHING).endsAt().isAfter(now)
                && door.closed(standing).isEmpty();
    }

    private Application application(
            String clientId, List<Consent> decisions, List<GrantStanding> live, Map<String, GrantUse> uses) {
        Optional<RegisteredClient> client = clients.find(clientId);
        List<Grant> ofClient = live.stream().map(GrantStanding::grant).toList();
        return new Application(
                clientId,
                client.map(RegisteredClient::clientName).orElse(clientId),
                permissions(client.orElse(null), decisions, ofClient),
                Stream.concat(
                                decisions.stream().map(Consent::decidedAt),
                                ofClient.stream().map(Grant::createdAt))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                ofClient.stream()
                        .map(grant -> uses.getOrDefault(grant.id(), NOTHING).lastUsed())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                ofClient.size());
    }

    /** A remembered decision says it all; where nothing is remembered, the newest grant does. */
    private List<Permission> permissions(
            @Nullable RegisteredClient client, List<Consent> decisions, Collection<Grant> grants) {
        Map<String, Consent> decided = decisions.stream().collect(Collectors.toMap(Consent::item, Function.identity()));
        Map<String, Grant> newest = new LinkedHashMap<>();
        grants.forEach(grant -> asked(grant).forEach(item -> newest.putIfAbsent(item, grant)));
        Set<String> all = new LinkedHashSet<>(newest.keySet());
        decided.keySet().stream()
                .sorted(Comparator.comparing(ConsentItem::isScope).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(all::add);
        return all.stream()
                .map(item -> permission(item, client, decided.get(item), newest.get(item)))
                .toList();
    }

    private static Set<String> asked(Grant grant) {
        Set<String> asked = new LinkedHashSet<>(grant.scopes());
        grant.audience().forEach(audience -> asked.add(ConsentItem.ofAudience(audience)));
        asked.addAll(grant.denied());
        return asked;
    }

    private Permission permission(
            String item, @Nullable RegisteredClient client, @Nullable Consent decided, @Nullable Grant grant) {
        boolean changeable = client != null
                && !(ConsentItem.isScope(item) && client.consent().requires(item));
        if (decided != null) {
            return new Permission(
                    item,
                    items.claimsOf(item),
                    decided.granted(),
                    changeable,
                    decided.decidedAt(),
                    decided.expiresAt(),
                    decided.source().value());
        }
        Grant given = Objects.requireNonNull(grant, "an item comes from a decision or from a grant");
        return new Permission(
                item, items.claimsOf(item), !given.denied().contains(item), changeable, given.createdAt(), null, null);
    }
}
