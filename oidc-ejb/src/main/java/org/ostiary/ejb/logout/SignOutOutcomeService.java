package org.ostiary.ejb.logout;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.DeliveriesDue;
import org.ostiary.ejb.ending.LogoutLedger;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.logout.Channel;
import org.ostiary.persistence.logout.DeliveryState;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.logout.LogoutDelivery;
import org.ostiary.persistence.logout.SignOut;
import org.ostiary.persistence.logout.SignOutWish;
import org.ostiary.persistence.logout.SignOuts;

/** Tells the person what came of a request to sign out, and what their browser must still do. */
@Stateless
public class SignOutOutcomeService {

    @Inject
    SignOuts signOuts;

    @Inject
    LogoutDeliveries deliveries;

    @Inject
    LogoutLedger ledger;

    @Inject
    ClientDirectory clients;

    @Inject
    Event<DeliveriesDue> due;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** What came of it until now; empty for a handle that is unknown or too old. */
    @TransactionAttribute(SUPPORTS)
    public Optional<SignOutOutcome> outcome(String handle) {
        return find(handle).map(this::outcomeOf);
    }

    /** Has the applications told at once; does not wait for any of them. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void hurry() {
        due.fire(new DeliveriesDue());
    }

    /**
     * The addresses that the browser must open in frames (OIDC Front-Channel Logout 1.0, section 3). They count as opened
     * from now on.
     */
    public List<String> frames(String handle) {
        Optional<SignOut> found = find(handle);
        List<String> frames = found.map(signOut -> framesOf(deliveries.ofSignOut(signOut.handleHash())))
                .orElse(List.of());
        found.ifPresent(signOut -> deliveries.framed(signOut.handleHash(), clock.instant()));
        return frames;
    }

    private Optional<SignOut> find(String handle) {
        return signOuts.find(hashes.hash(handle)).filter(found -> !found.over(clock.instant()));
    }

    private SignOutOutcome outcomeOf(SignOut signOut) {
        SignOutWish wish = signOut.wish();
        String redirectUri = wish.redirectUri();
        List<LogoutDelivery> read = deliveries.ofSignOut(signOut.handleHash());
        return new SignOutOutcome(
                ledger.of(read),
                framesOf(read),
                wish.clientId() == null ? null : name(wish.clientId()),
                redirectUri == null ? null : afterwards(redirectUri, wish.state()),
                signOut.ended() || wish.hintedSession() != null);
    }

    /** The state goes along exactly as it came (OIDC RP-Initiated Logout 1.0, section 3). */
    private static String afterwards(String redirectUri, @Nullable String state) {
        return Query.added(redirectUri, state == null ? Map.of() : Map.of("state", state));
    }

    private String name(String clientId) {
        return clients.find(clientId).map(RegisteredClient::clientName).orElse(clientId);
    }

    private List<String> framesOf(List<LogoutDelivery> read) {
        return read.stream()
                .filter(delivery -> delivery.channel() == Channel.FRONT && delivery.state() == DeliveryState.WAITING)
                .map(this::frame)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> frame(LogoutDelivery delivery) {
        return clients.find(delivery.clientId())
                .map(RegisteredClient::logout)
                .flatMap(logout -> address(logout, delivery.sessionId()));
    }

    /** Issuer and session go along where the client wants them, so that it can tell which session is meant. */
    private Optional<String> address(ClientLogout logout, String sessionId) {
        String uri = logout.frontChannelUri();
        if (uri == null) {
            return Optional.empty();
        }
        if (!logout.frontChannelSession()) {
            return Optional.of(uri);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("iss", config.issuer().value());
        parameters.put("sid", sessionId);
        return Optional.of(Query.added(uri, parameters));
    }
}
