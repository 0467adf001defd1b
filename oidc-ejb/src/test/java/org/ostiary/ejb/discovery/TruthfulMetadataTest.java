package org.ostiary.ejb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.token.TokenService;

/** Each value that the standards know is tried: it works if, and only if, it is published. */
@DisplayName("W22, RFC 8414 2: what the metadata list works, and nothing else does")
class TruthfulMetadataTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final JsonObject metadata = metadata();

    TruthfulMetadataTest() {
        provider.addAccount("alice");
        provider.configure(publicClient()
                .withScopes("openid", "profile", "offline_access")
                .withGrantTypes("authorization_code", "implicit", "refresh_token")
                .withResponseTypes("code", "id_token", "code id_token")
                .withResponseModes(
                        "query", "fragment", "form_post", "jwt", "query.jwt", "fragment.jwt", "form_post.jwt"));
        browser.answerFor(validRequest(), "alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code",
                "token",
                "id_token",
                "code id_token",
                "code token",
                "id_token token",
                "code id_token token",
                "none"
            })
    void responseTypes(String type) {
        assertThat(works(validRequest().with("response_type", type)))
                .isEqualTo(lists("response_types_supported", type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query",
                "fragment",
                "form_post",
                "jwt",
                "query.jwt",
                "fragment.jwt",
                "form_post.jwt",
                "web_message"
            })
    void responseModes(String mode) {
        assertThat(works(validRequest().with("response_mode", mode)))
                .isEqualTo(lists("response_modes_supported", mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "login", "consent", "select_account", "create", "enroll"})
    void prompts(String prompt) {
        assertThat(works(validRequest().with("prompt", prompt))).isEqualTo(lists("prompt_values_supported", prompt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S256", "plain", "S512"})
    void challengeMethods(String method) {
        assertThat(works(validRequest().with("code_challenge_method", method)))
                .isEqualTo(lists("code_challenge_methods_supported", method));
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.1.2.1: a display that is not known is as if it were not asked for")
    @ValueSource(strings = {"page", "popup", "touch", "wap", "watch"})
    void displays(String display) {
        SampleBrowser fresh = new SampleBrowser(provider);
        String interaction = interactionOf(fresh.start(validRequest().with("display", display)));
        assertThat(fresh.view(Page.LOGIN, interaction).orElseThrow().display())
                .isEqualTo(lists("display_values_supported", display) ? display : "page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_code",
                "refresh_token",
                "client_credentials",
                "password",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:openid:params:grant-type:ciba"
            })
    void grantTypes(String type) {
        Optional<OAuthErrorCode> error =
                errorOf(validTokenRequest("a code that nobody gave").with("grant_type", type));
        assertThat(error).isPresent();
        assertThat(error.equals(Optional.of(OAuthErrorCode.UNSUPPORTED_GRANT_TYPE)))
                .isNotEqualTo(lists("grant_types_supported", type));
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 3.3: a scope that is not published is refused, or not granted")
    @CsvSource({"openid, true", "profile, true", "offline_access, true", "admin, false", "ostiary:admin, false"})
    void scopes(String scope, boolean known) {
        assertThat(lists("scopes_supported", scope)).isEqualTo(known);
        SampleRequest asking = validRequest().with("scope", scope.equals("openid") ? "openid" : "openid " + scope);
        assertThat(works(asking) && granted(asking).contains(scope)).isEqualTo(known);
    }

    private List<String> granted(SampleRequest asking) {
        String code = browser.codeFor(asking, "alice");
        String scope = provider.service(TokenService.class)
                .exchange(validTokenRequest(code).with("client_id", "app").parameters(), null, FACTS)
                .scope();
        return List.of(scope.split(" "));
    }

    @Test
    @DisplayName("RFC 8414 2, RFC 9207 3: what is published as a fact is one")
    void facts() {
        assertThat(metadata.getString("issuer")).isEqualTo("https://id.example.org");
        assertThat(metadata.getBoolean("authorization_response_iss_parameter_supported"))
                .isTrue();
        assertThat(browser.answerFor(validRequest(), "alice").parameters())
                .containsEntry("iss", metadata.getString("issuer"));
        assertThat(works(validRequest().with("claims", "{\"id_token\":{\"name\":null}}")))
                .isEqualTo(metadata.getBoolean("claims_parameter_supported"));
        assertThat(works(validRequest().with("claims", "no object"))).isFalse();
    }

    private boolean works(SampleRequest request) {
        try {
            AuthorizeOutcome outcome = browser.start(request);
            return !(outcome instanceof Respond respond)
                    || !respond.response().parameters().containsKey("error");
        } catch (OAuthException | RedirectedError refused) {
            return false;
        }
    }

    private Optional<OAuthErrorCode> errorOf(SampleRequest request) {
        try {
            provider.service(TokenService.class)
                    .exchange(request.with("client_id", "app").parameters(), null, FACTS);
            return Optional.empty();
        } catch (OAuthException refused) {
            return Optional.of(refused.code());
        }
    }

    private boolean lists(String name, String value) {
        return metadata.getJsonArray(name).getValuesAs(JsonString::getString).contains(value);
    }

    private static JsonObject metadata() {
        SampleConfig config = SampleConfig.production();
        return Jwt.json(JsonText.object(ProviderMetadata.of(config.build(), new ScopeClaims(config.build()))));
    }
}
