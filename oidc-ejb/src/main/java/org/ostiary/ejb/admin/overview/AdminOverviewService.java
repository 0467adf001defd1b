package org.ostiary.ejb.admin.overview;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.ostiary.ejb.admin.overview.Overview.Counts;
import org.ostiary.ejb.admin.overview.OverviewCounting.Counted;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.BuiltInClients;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.health.HealthService;
import org.ostiary.ejb.keys.SignatureEngine;
import org.ostiary.ejb.keys.SignatureProof;
import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.protocol.lint.LintReport;

/** How this node is, and what needs an administrator. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class AdminOverviewService {

    private static final String VERSION = SoftwareVersion.read();

    @Inject
    OverviewCounting counting;

    @Inject
    HealthService health;

    @Inject
    SignatureEngine signatures;

    @Inject
    SignatureProof proof;

    @Inject
    ClientDirectory clients;

    @Inject
    ProviderConfig config;

    /** As it is now; what is counted may be a minute old. */
    public Overview show() {
        Counted counted = counting.counted();
        boolean ready = health.ready();
        return new Overview(
                ready,
                VERSION,
                config.issuer().value(),
                signatures.name(),
                proof.verified(),
                proof.failed(),
                counted.counts(),
                counted.at(),
                worries(counted, ready));
    }

    private List<Worry> worries(Counted counted, boolean ready) {
        Counts counts = counted.counts();
        return Stream.of(
                        new Worry(Concern.NOT_READY, ready ? 0 : 1),
                        new Worry(Concern.SIGNATURES_FAILED, proof.failed()),
                        new Worry(Concern.SEALING_BEHIND, counted.sealingBehind() ? counts.sealing() : 0),
                        new Worry(Concern.TRAIL_TOUCHED, counted.trailTouched()),
                        new Worry(Concern.MAIL_BEHIND, counted.mailBehind() ? counts.mails() : 0),
                        new Worry(Concern.DELIVERIES_FAILED, counts.failedDeliveries()),
                        new Worry(Concern.CLIENTS_UNSAFE, unsafe()),
                        new Worry(
                                Concern.RECOVERY_CONFIGURED,
                                config.administration().recovery() == null ? 0 : 1))
                .filter(worry -> worry.count() > 0)
                .toList();
    }

    private long unsafe() {
        return clients.all().stream()
                .filter(client -> !BuiltInClients.has(client.clientId()))
                .map(LintReport::of)
                .filter(report -> report.grade() == LintGrade.D)
                .count();
    }
}
