package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;

class AdminAccessServiceTest {

    private static final String API = "https://id.example.org/api/admin/v1";
    private static final String OTHER = "https://api.example.org";

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminAccessService service = provider.service(AdminAccessService.class);
    private final SampleTokens tokens = new SampleTokens(provider);
    private final String alice = provider.addAccount("alice");

    AdminAccessServiceTest() {
        provider.configure(console(), robot(AdministrationRole.ADMIN));
        groups("administrators");
    }

    @Test
    @DisplayName("Group and scope together make the role: the lesser of both")
    void takesTheLesserOfGroupAndScope() {
        String all = token("ostiary:admin", API);
        assertThat(outcome(all)).isEqualTo("account:" + alice + " ADMIN");
        assertThat(outcome(token("ostiary:audit", API))).isEqualTo("account:" + alice + " AUDITOR");
        groups("people\nwatchers");
        assertThat(outcome(all)).isEqualTo("NOT_ALLOWED");
        assertThat(provider.database().texts("select rule from audit_record where event = 'admin_refused'"))
                .containsExactly("administration-role");
    }

    @Test
    @DisplayName("RFC 9470 3: one factor is too weak, and a person who is nobody is not told to prove another")
    void demandsTwoFactors() {
        String token = token("ostiary:admin", API);
        provider.database().execute("update oauth_grant set amr = 'pwd'");
        assertThat(outcome(token)).isEqualTo("TOO_WEAK");
        groups("people");
        assertThat(outcome(token)).isEqualTo("NOT_ALLOWED");
    }

    @Test
    @DisplayName("RFC 9700 2.3: a token for others, or for nobody, is none here")
    void demandsTheAudience() {
        assertThat(outcome(token("ostiary:admin", OTHER))).isEqualTo("NOT_AUTHENTICATED");
        assertThat(outcome(token("ostiary:admin", null))).isEqualTo("NOT_AUTHENTICATED");
        assertThat(outcome("nonsense")).isEqualTo("NOT_AUTHENTICATED");
        assertThat(provider.audited("admin_refused")).isEqualTo(2);
        String both = token("ostiary:admin", API);
        provider.database().execute("update oauth_grant set audience = ?", API + "\n" + OTHER);
        provider.database().execute("update access_token set audience = ?", API + "\n" + OTHER);
        assertThat(outcome(both)).as("others could use it here").isEqualTo("NOT_AUTHENTICATED");
    }

    @Test
    @DisplayName("RFC 6750 3.1: another scope is too small")
    void demandsTheScope() {
        assertThat(outcome(token("profile", API))).isEqualTo("SCOPE_TOO_SMALL");
    }

    @Test
    @DisplayName("Each request is judged anew: account, session, grant, client and time")
    void judgesAnew() {
        String token = token("ostiary:admin", API);
        provider.disableAccount("alice");
        assertThat(outcome(token)).isEqualTo("NOT_AUTHENTICATED");
        provider.database().execute("update account set disabled = false");
        provider.configure(console().withScopes("openid", "profile"));
        assertThat(outcome(token)).isEqualTo("SCOPE_TOO_SMALL");
        provider.configure(console().with(ClientAudience.NONE));
        assertThat(outcome(token)).isEqualTo("NOT_AUTHENTICATED");
        provider.configure(console());
        assertThat(outcome(token)).endsWith("ADMIN");
        provider.clock().forward(Duration.ofHours(2));
        assertThat(outcome(token)).isEqualTo("NOT_AUTHENTICATED");
    }

    @Test
    @DisplayName("A client acts for itself only where it is marked, as far as it is marked, and while it is")
    void admitsMarkedClients() {
        String token = ownToken();
        assertThat(outcome(token)).isEqualTo("client:robot ADMIN");
        provider.configure(robot(AdministrationRole.AUDITOR));
        assertThat(outcome(token)).isEqualTo("client:robot AUDITOR");
        provider.configure(robot(AdministrationRole.NONE));
        assertThat(outcome(token)).isEqualTo("NOT_ALLOWED");
        provider.configure(robot(AdministrationRole.ADMIN).withGrantTypes("authorization_code"));
        assertThat(outcome(token)).isEqualTo("NOT_AUTHENTICATED");
        provider.configure(console());
        assertThat(outcome(token)).isEqualTo("NOT_AUTHENTICATED");
    }

    private String outcome(String token) {
        try {
            Administrator admitted = service.admit(token, "anything", FACTS);
            return admitted.actor() + " " + admitted.role();
        } catch (AdminRefusal refusal) {
            return refusal.kind().name();
        }
    }

    private String token(String scope, @Nullable String resource) {
        SampleRequest request = validRequest().with("scope", "openid " + scope);
        String code = new SampleBrowser(provider)
                .codeFor(resource == null ? request : request.with("resource", resource), "alice");
        provider.database().execute("update oauth_grant set amr = 'pwd otp mfa'");
        return tokens.exchange(validTokenRequest(code)).accessToken();
    }

    private String ownToken() {
        return tokens.exchangeAs(
                        "robot",
                        SampleRequest.of("grant_type", "client_credentials")
                                .with("scope", "ostiary:admin")
                                .with("resource", API))
                .accessToken();
    }

    private void groups(String lines) {
        provider.database().execute("update account set user_groups = ?", lines);
    }

    private static SampleClient console() {
        return SampleClient.confidentialClient()
                .withScopes("openid", "profile", "ostiary:admin", "ostiary:audit")
                .with(new ClientAudience(Set.of(API, OTHER), AudienceMode.EXPLICIT));
    }

    private static SampleClient robot(AdministrationRole role) {
        return SampleClient.confidentialClient()
                .called("robot")
                .withGrantTypes("client_credentials")
                .withScopes("ostiary:admin")
                .with(new ClientAudience(Set.of(API), AudienceMode.EXPLICIT))
                .with(role);
    }
}
