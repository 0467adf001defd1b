package org.ostiary.ejb.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.OutboundException;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Makes one attempt to tell a client (OIDC Back-Channel Logout 1.0, sections 2.5 and 2.8). */
@ApplicationScoped
public class LogoutCall {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    @Inject
    DeliveryService deliveries;

    @Inject
    ClientDirectory clients;

    @Inject
    LogoutTokens tokens;

    @Inject
    GuardedHttp http;

    /** Signs, sends, and writes down what came of it. */
    void make(DueDelivery delivery) {
        long start = System.nanoTime();
        Optional<RegisteredClient> client =
                clients.find(delivery.clientId()).filter(found -> found.logout().backChannelUri() != null);
        if (client.isEmpty()) {
            deliveries.refused(delivery, "the client is disabled, or has no address any more", since(start));
            return;
        }
        try {
            int status = send(client.get(), delivery);
            answered(delivery, status, since(start));
        } catch (OutboundException e) {
            deliveries.failed(delivery, String.valueOf(e.getMessage()), since(start));
        }
    }

    private int send(RegisteredClient client, DueDelivery delivery) throws OutboundException {
        String token = tokens.issue(client, delivery.sub(), delivery.sessionId());
        URI address = URI.create(String.valueOf(client.logout().backChannelUri()));
        return http.post(address, "logout_token=" + token);
    }

    private void answered(DueDelivery delivery, int status, Duration took) {
        if (status == OK || status == NO_CONTENT) {
            deliveries.delivered(delivery, status, took);
        } else if (status >= CLIENT_ERROR && status < SERVER_ERROR && status != TOO_MANY) {
            deliveries.refused(delivery, "status " + status, took);
        } else {
            deliveries.failed(delivery, "status " + status, took);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
