package org.ostiary.ejb.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.audit.AuditEvent.AdministrationRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.trail.TrailEnd;
import org.ostiary.ejb.trail.TrailVerifyService;

@DisplayName("The overview of administrators")
class AdminOverviewServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminOverviewService service = provider.service(AdminOverviewService.class);

    @Test
    @DisplayName("Counts what there is, once a minute at most")
    void counts() {
        provider.clock().forward(Duration.ofHours(1));
        provider.addAccount("alice");
        assertThat(service.show().counts().accounts()).isOne();
        provider.addAccount("bob");
        assertThat(service.show().counts().accounts()).isOne();
        provider.clock().forward(Duration.ofSeconds(61));
        assertThat(service.show().counts().accounts()).isEqualTo(2);
        assertThat(service.show().ready()).isTrue();
        assertThat(service.show().version()).isNotEmpty();
    }

    @Test
    @DisplayName("Names what needs somebody: records that wait too long, and clients on which an attack works")
    void worries() {
        provider.clock().forward(Duration.ofHours(1));
        provider.configure(SampleClient.publicClient().withoutPkce());
        provider.service(AuditService.class).note(new AdministrationRefused("account:x", "rule", "reason"), FACTS);
        // What other tests left in this node's memory counts no more.
        provider.service(TrailVerifyService.class).verify(new TrailEnd(0, ""));
        assertThat(service.show().worries()).extracting(Worry::concern).containsExactly(Concern.CLIENTS_UNSAFE);
        provider.clock().forward(Duration.ofMinutes(11));
        assertThat(service.show().worries())
                .extracting(Worry::concern)
                .containsExactly(Concern.SEALING_BEHIND, Concern.CLIENTS_UNSAFE);
        provider.database().execute("update audit_record set seal_position = 7, happened_at = 9000000000000");
        provider.clock().forward(Duration.ofSeconds(61));
        assertThat(service.show().worries())
                .containsExactly(new Worry(Concern.TRAIL_TOUCHED, 1), new Worry(Concern.CLIENTS_UNSAFE, 1));
    }
}
