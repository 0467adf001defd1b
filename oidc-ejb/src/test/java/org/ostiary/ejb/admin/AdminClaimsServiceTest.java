package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.preview.AdminClaimsService;
import org.ostiary.ejb.admin.preview.ClaimsOrder;
import org.ostiary.ejb.admin.preview.ClaimsPreview;
import org.ostiary.ejb.admin.preview.SupposedSession;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.introspection.IntrospectionService;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.userinfo.UserInfoService;

class AdminClaimsServiceTest {

    private static final String CLAIMS = "{\"id_token\":{\"email\":null},\"userinfo\":{\"preferred_username\":null}}";

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminClaimsService service = provider.service(AdminClaimsService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.AUDITOR, "test", FACTS);
    private final String alice = provider.addAccount("alice");

    AdminClaimsServiceTest() {
        provider.database().execute("update account set email = 'alice@example.org', display_name = 'Alice'");
        provider.configure(signing());
    }

    private static SampleClient signing() {
        return confidentialClient()
                .withScopes("openid", "profile", "email", "groups")
                .with(new SignedAnswers(JwsAlgorithm.RS256, JwsAlgorithm.RS256, null, null, JwsAlgorithm.RS256));
    }

    @Test
    @DisplayName("S18: what is shown is what is told: ID token, userinfo, access token and introspection")
    void showsWhatIsTold() {
        SampleRequest request =
                validRequest().with("scope", "openid profile email").with("claims", CLAIMS);
        TokenResponse told = new SampleTokens(provider)
                .exchange(validTokenRequest(new SampleBrowser(provider).codeFor(request, "alice")));
        ClaimsPreview shown = preview(new LinkedHashSet<>(List.of("openid", "profile", "email")), CLAIMS);
        assertThat(shown.subKnown()).isTrue();
        assertThat(same(shown.idToken())).isEqualTo(same(Jwt.claims(Objects.requireNonNull(told.idToken()))));
        assertThat(same(shown.accessToken())).isEqualTo(same(Jwt.claims(told.accessToken())));
        assertThat(same(shown.userinfo()))
                .isEqualTo(same(Jwt.json(provider.service(UserInfoService.class)
                        .answer(told.accessToken())
                        .body())));
        assertThat(same(shown.introspection()))
                .isEqualTo(same(Jwt.json(provider.service(IntrospectionService.class)
                        .introspect(
                                SampleRequest.of("token", told.accessToken()).parameters(),
                                SampleTokens.basic("app", SampleClient.SECRET),
                                FACTS)
                        .body())));
    }

    @Test
    @DisplayName("S18: nothing is issued by looking, and nobody becomes known to a client")
    void issuesNothing() {
        List<String> tables = List.of("oauth_grant", "access_token", "login_session", "subject_identifier");
        ClaimsPreview shown = preview(Set.of("openid"), null);
        assertThat(shown.subKnown()).isFalse();
        assertThat(shown.idToken())
                .containsEntry("sub", "made at the first login")
                .doesNotContainKey("name");
        assertThat(tables)
                .allSatisfy(
                        table -> assertThat(provider.database().count(table)).isZero());
        assertThat(provider.audited("admin_test")).isOne();
    }

    @Test
    void showsNoIdTokenWithoutOpenid() {
        ClaimsPreview shown = preview(Set.of("profile"), null);
        assertThat(shown.idToken()).isNull();
        assertThat(shown.userinfo()).isNull();
        assertThat(shown.introspection()).containsEntry("active", true);
    }

    @Test
    @DisplayName("What the client could not ask for is refused")
    void refusesTheImpossible() {
        assertThat(List.of(
                        refusal(new ClaimsOrder(
                                "app", alice, Set.of("nonsense"), null, null, SupposedSession.ONE_FACTOR)),
                        refusal(new ClaimsOrder("app", alice, Set.of("openid"), null, "{", SupposedSession.ONE_FACTOR)),
                        refusal(new ClaimsOrder(
                                "app", alice, Set.of("openid"), Set.of("x"), null, SupposedSession.ONE_FACTOR)),
                        refusal(new ClaimsOrder("app", alice, Set.of("openid"), null, null, SupposedSession.NONE))))
                .containsOnly(AdminRefusal.Kind.MALFORMED);
        assertThat(refusal(new ClaimsOrder("no", alice, Set.of("openid"), null, null, SupposedSession.ONE_FACTOR)))
                .isEqualTo(AdminRefusal.Kind.UNKNOWN);
    }

    private AdminRefusal.Kind refusal(ClaimsOrder order) {
        return Objects.requireNonNull(catchThrowableOfType(AdminRefusal.class, () -> service.preview(root, order)))
                .kind();
    }

    private ClaimsPreview preview(Set<String> scopes, @Nullable String claims) {
        return service.preview(root, new ClaimsOrder("app", alice, scopes, null, claims, SupposedSession.ONE_FACTOR));
    }

    private static Map<String, Object> same(@Nullable Map<String, Object> claims) {
        return same(Jwt.json(JsonText.object(Objects.requireNonNull(claims))));
    }

    /** Without what is another one in each token, or the nonce of a request. */
    private static Map<String, Object> same(JsonObject claims) {
        Map<String, Object> same = new HashMap<>(claims);
        List.of("at_hash", "jti", "sid", "nonce").forEach(same::remove);
        return same;
    }
}
