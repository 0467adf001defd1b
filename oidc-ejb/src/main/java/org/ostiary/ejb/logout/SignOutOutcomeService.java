package org.ostiary.ejb.logout;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.DeliveriesDue;
import org.ostiary.ejb.ending.LogoutLedger;
import org.ostiary.ejb.protocol.FormEncoding;
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
        List<String> frames = found.map(this::framesOf).orElse(List.of());
        found.ifPresent(signOut -> deliveries.framed(signOut.handleHash(), clock.instant()));
        return frames;
    }

    private Optional<SignOut> find(String handle) {
        return signOuts.find(hashes.hash(handle)).filter(found -> !found.over(clock.instant()));
    }

    private SignOutOutcome outcomeOf(SignOut signOut) {
        SignOutWish wish = signOut.wish();
        String redirectUri = wish.redirectUri();
        return new SignOutOutcome(
                ledger.ofSignOut(signOut.handleHash()),
                framesOf(signOut),
                wish.clientId() == null ? null : name(wish.clientId()),
                redirectUri == null ? null : RedirectTarget.location(redirectUri, wish.state()),
                signOut.ended() || wish.hintedSession() != null);
    }

    private String name(String clientId) {
        return clients.find(clientId).map(RegisteredClient::clientName).orElse(clientId);
    }

    private List<String> framesOf(SignOut signOut) {
        return deliveries.ofSignOut(signOut.handleHash()).stream()
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
        String joint = uri.indexOf('?') < 0 ? "?" : "&";
        return Optional.of(uri + joint + "iss="
                + FormEncoding.encode(config.issuer().value()) + "&sid=" + FormEncoding.encode(sessionId));
    }
}
