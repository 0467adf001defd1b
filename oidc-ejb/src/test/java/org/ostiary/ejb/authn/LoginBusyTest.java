package org.ostiary.ejb.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.BUSY;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.regulation.Regulation;
import org.ostiary.ejb.source.CredentialSources;
import org.ostiary.persistence.account.Accounts;

@Timeout(60)
class LoginBusyTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final CountDownLatch placeTaken = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @AfterEach
    void stop() {
        leave.countDown();
        threads.shutdownNow();
    }

    @Test
    @DisplayName("While too many log in at once, known and unknown names are asked alike to try again")
    void asksToTryAgain() throws Exception {
        provider.addAccount("alice");
        PasswordHasher hasher = new PasswordHasher(1, Duration.ofMillis(10), this::stayInPlace);
        Future<String> occupant = threads.submit(() -> hasher.hash(PASSWORD));
        placeTaken.await();
        assertThat(logIn(hasher, "alice")).isEqualTo(new LoginRefused(BUSY));
        assertThat(logIn(hasher, "nobody")).isEqualTo(new LoginRefused(BUSY));
        assertThat(provider.database().texts("select reason from audit_record where event = 'login_failed'"))
                .containsExactly("too many logins at once", "too many logins at once");
        assertThat(provider.database().count("guess_counter where tries > 0")).isZero();
        leave.countDown();
        assertThat(occupant.get()).isNotEmpty();
    }

    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, with a hasher whose only place is taken.
    private LoginOutcome logIn(PasswordHasher hasher, String username) {
        LoginService service = new LoginService();
        service.desk = provider.service(InteractionDesk.class);
        service.formTokens = provider.service(FormTokens.class);
        service.credentials = new Credentials();
        service.credentials.accounts = provider.service(Accounts.class);
        service.credentials.sources = provider.service(CredentialSources.class);
        service.credentials.hasher = hasher;
        service.audit = provider.service(AuditService.class);
        service.regulation = provider.service(Regulation.class);
        String interaction = interactionOf(browser.start(validRequest()));
        String token = browser.view(Page.LOGIN, interaction).orElseThrow().formToken();
        LoginForm form = new LoginForm(username, PASSWORD, token);
        return provider.inTransaction(() -> service.login(interaction, form, browser.visitor()));
    }

    private byte[] stayInPlace(int length) {
        placeTaken.countDown();
        try {
            leave.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new byte[length];
    }
}
