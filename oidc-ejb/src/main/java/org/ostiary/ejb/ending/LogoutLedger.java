package org.ostiary.ejb.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.logout.LogoutDelivery;

/** Who was told that a session ended, and what came of it. */
@ApplicationScoped
public class LogoutLedger {

    private static final int MOST = 20;

    @Inject
    LogoutDeliveries deliveries;

    @Inject
    ClientDirectory clients;

    /** What these deliveries say of the applications that they are for. */
    public List<ToldApplication> of(List<LogoutDelivery> read) {
        return read.stream().map(this::told).toList();
    }

    /** The applications that took part in the sessions of an account that ended last, the latest first. */
    public List<ToldApplication> ofAccount(String accountId) {
        return of(deliveries.ofAccount(accountId, MOST));
    }

    private ToldApplication told(LogoutDelivery delivery) {
        return new ToldApplication(
                delivery.clientId(),
                clients.find(delivery.clientId())
                        .map(RegisteredClient::clientName)
                        .orElse(delivery.clientId()),
                switch (delivery.state()) {
                    case DELIVERED -> ToldApplication.Result.SIGNED_OUT;
                    case WAITING -> ToldApplication.Result.WAITING;
                    case FRAMED -> ToldApplication.Result.UNKNOWN;
                    case REFUSED, GIVEN_UP, NOT_TOLD -> ToldApplication.Result.NOT_TOLD;
                },
                delivery.createdAt());
    }
}
