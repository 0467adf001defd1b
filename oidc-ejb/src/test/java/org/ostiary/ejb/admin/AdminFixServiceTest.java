package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.fix.AdminFixService;
import org.ostiary.ejb.admin.fix.FixKind;
import org.ostiary.ejb.admin.fix.FixView;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;

class AdminFixServiceTest {

    private static final Map<String, String> SHOP =
            Map.of("redirect-uris", "https://shop.test/cb", "scopes", "openid", "public", "true");

    /** The tests share a provider. */
    private static int requests;

    private final RunningProvider provider = RunningProvider.emptied();
    private final AdminFixService service = provider.service(AdminFixService.class);
    private final AdminClientService clients = provider.service(AdminClientService.class);
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "test", FACTS);

    @BeforeEach
    void register() {
        clients.create(root, new ClientOrder("shop", SHOP));
    }

    private static SampleRequest shop() {
        return validRequest()
                .with("client_id", "shop")
                .with("redirect_uri", "https://shop.test/cb")
                .with("scope", "openid");
    }

    /** Sends a request that is refused; answers the id under which that is known. */
    private String refused(SampleRequest request) {
        String id = "fix-request-" + ++requests;
        Visitor visitor = new Visitor(null, null, null, null, new RequestFacts(id, "192.0.2.1", "browser"));
        try {
            provider.service(AuthorizeService.class).start(request.parameters(), visitor);
        } catch (OAuthException shown) {
            provider.service(RefusalService.class).note(shown, visitor.facts());
        } catch (RedirectedError redirected) {
            provider.service(RefusalService.class).note(redirected.refusal(), visitor.facts());
        }
        return id;
    }

    @Test
    @DisplayName("S18: what was sent is added character by character, by the tag of the client, and the request passes")
    void registersWhatWasSent() {
        SampleRequest other = shop().with("redirect_uri", "https://shop.test/other,cb");
        String request = refused(other);
        FixView fix = service.show(request);
        assertThat(fix.kind()).as(fix.toString()).isEqualTo(FixKind.CHANGE);
        assertThat(fix.before()).isEqualTo("https://shop.test/cb");
        assertThat(fix.after()).isEqualTo("https://shop.test/cb,https://shop.test/other\\,cb");
        assertThat(fix.reasons()).isEmpty();
        assertThat(Objects.requireNonNull(fix.lint()).grade()).isNotEqualTo(LintGrade.D);

        assertThat(kindOf(() -> service.apply(root, request, null))).isEqualTo(AdminRefusal.Kind.UNCONDITIONAL);
        clients.change(root, "shop", new ClientChange(SHOP), "*");
        provider.clock().forward(Duration.ofSeconds(1));
        clients.disable(root, "shop");
        clients.enable(root, "shop");
        assertThat(kindOf(() -> service.apply(root, request, "\"" + fix.entityTag() + "\"")))
                .isEqualTo(AdminRefusal.Kind.STALE);

        String seen = service.show(request).entityTag();
        service.apply(root, request, "\"" + seen + "\"");
        assertThat(clients.show("shop").options())
                .containsEntry("redirect-uris", "https://shop.test/cb,https://shop.test/other\\,cb")
                .containsEntry("scopes", "openid");
        assertThat(service.show(request).kind()).isEqualTo(FixKind.DONE);
        assertThat(provider.service(RefusalService.class).find(refused(other))).isEmpty();
        assertThat(kindOf(() -> service.apply(root, request, "*"))).isEqualTo(AdminRefusal.Kind.CONFLICT);
    }

    @Test
    @DisplayName("Each option that may be in the way has a fix, beginning with its default")
    void knowsTheOptions() {
        assertThat(after(shop().with("scope", "openid email"), "scopes")).isEqualTo("openid,email");
        assertThat(after(shop().with("response_mode", "form_post.jwt"), "response-modes"))
                .isEqualTo("form_post,query,form_post.jwt");
        FixView type = fix(shop().with("response_type", "code id_token"));
        assertThat(type.kind()).as("needs implicit, which nobody asked for").isEqualTo(FixKind.NOT_LET);
        assertThat(type.reasons()).singleElement().asString().contains("needs implicit");
    }

    private String after(SampleRequest request, String option) {
        FixView fix = fix(request);
        assertThat(fix.kind()).isEqualTo(FixKind.CHANGE);
        assertThat(fix.option()).isEqualTo(option);
        return Objects.requireNonNull(fix.after());
    }

    private FixView fix(SampleRequest request) {
        return service.show(refused(request));
    }

    @Test
    @DisplayName("RFC 9700 4.1: what must not be registered, and a stranger's address, has no fix but the reason")
    void weakensNothingSilently() {
        FixView plain = fix(shop().with("redirect_uri", "http://shop.test/cb"));
        assertThat(plain.kind()).isEqualTo(FixKind.NOT_LET);
        assertThat(plain.after()).isNull();
        assertThat(plain.reasons()).singleElement().asString().contains("redirect-uris");
        String request = refused(shop().with("redirect_uri", "https://shop.test.evil.test/cb"));
        FixView stranger = service.show(request);
        assertThat(stranger.kind()).isEqualTo(FixKind.STRANGER);
        assertThat(stranger.after()).isNull();
        assertThat(kindOf(() -> service.apply(root, request, "*"))).isEqualTo(AdminRefusal.Kind.CONFLICT);
        assertThat(stranger.reasons()).singleElement().asString().contains("https://shop.test.evil.test");
        assertThat(fix(shop().with("redirect_uri", "https://shop.test/cb?token=1"))
                        .kind())
                .isEqualTo(FixKind.NOT_KEPT);
        assertThat(fix(shop().with("redirect_uri", "https://shop.test/" + "a".repeat(100)))
                        .kind())
                .isEqualTo(FixKind.NOT_KEPT);
        assertThat(fix(shop().with("redirect_uri", "https://shop.test/\u00e9")).kind())
                .isEqualTo(FixKind.NOT_KEPT);
    }

    @Test
    @DisplayName("A configured client is changed there; where no option is in the way there is no fix")
    void leavesTheConfigurationAlone() {
        FixView configured = fix(validRequest().with("redirect_uri", "https://rp.example.org/other"));
        assertThat(configured.kind()).isEqualTo(FixKind.CONFIGURE);
        assertThat(configured.after()).endsWith("https://rp.example.org/other");
        String request = refused(validRequest().with("redirect_uri", "https://rp.example.org/other"));
        assertThat(kindOf(() -> service.apply(root, request, "*"))).isEqualTo(AdminRefusal.Kind.CONFLICT);
        assertThat(service.find(refused(shop().without("nonce", "code_challenge"))))
                .isEqualTo(Optional.empty());
        assertThat(kindOf(() -> service.find("nothing"))).isEqualTo(AdminRefusal.Kind.UNKNOWN);
    }

    private static AdminRefusal.Kind kindOf(Runnable attempt) {
        AdminRefusal refusal = catchThrowableOfType(AdminRefusal.class, attempt::run);
        return Objects.requireNonNull(refusal, "nothing was refused").kind();
    }
}
