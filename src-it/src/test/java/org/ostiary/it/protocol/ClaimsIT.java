package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** What a client is told about a person, and what the person is asked before (OIDC Core 1.0, sections 5.1, 5.4 and 5.5). */
@OnEveryServer
class ClaimsIT {
    private final RelyingParty application;
    private final Journey journey;

    ClaimsIT(OstiaryServer server) {
        this.application = new RelyingParty(server, TestClients.CLAIMS);
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName("S09: the standard claims that are known, each of its type, and none that is not known")
    void tellsTheStandardClaims() {
        Tokens tokens = tokens(asking("openid profile email address phone"));
        Map<String, Object> claims = application.userinfo(tokens.accessToken()).json();
        assertThat(claims)
                .containsEntry("given_name", "Bob")
                .containsEntry("birthdate", "1985-04-01")
                .containsEntry("locale", "en-GB")
                .containsEntry("email_verified", false)
                .containsEntry("phone_number", "+44 20 7946 0000;ext=12")
                .containsEntry("phone_number_verified", true)
                .containsEntry(
                        "address",
                        Map.of(
                                "street_address", "1 High Street\nFlat 2",
                                "locality", "London",
                                "country", "United Kingdom"))
                .doesNotContainKeys("family_name", "gender", "extra", "room_number", "groups");
        assertThat(application.verifiedIdToken(tokens)).doesNotContainKeys("given_name", "email", "address");
    }

    @Test
    @DisplayName("A scope of the operator is shown by its name, and a policy fills the ID token")
    void knowsScopesOfTheOperator() {
        AuthorizationRequest request = asking("openid workplace").with("prompt", "consent");
        Answer consent = journey.logIn(journey.open(request), "bob", TestAccounts.BOB.password());
        assertThat(consent.body()).contains("workplace");
        Tokens tokens = application
                .redemption(request, journey.arrived(journey.allow(consent)).code())
                .tokens();
        assertThat(application.userinfo(tokens.accessToken()).json()).containsEntry("room_number", "4.2");
        assertThat(application.verifiedIdToken(tokens)).containsEntry("room_number", "4.2");
    }

    @Test
    @DisplayName("G04, G11, S35: single claims are asked in words, told where they were asked for, and no others")
    void tellsSingleClaims() {
        AuthorizationRequest request = asking("openid")
                .with("prompt", "consent")
                .with(
                        "claims",
                        "{\"userinfo\":{\"phone_number\":null,\"password\":null},"
                                + "\"id_token\":{\"birthdate\":{\"essential\":true},\"gender\":null}}");
        Answer consent = journey.logIn(journey.open(request), "bob", TestAccounts.BOB.password());
        assertThat(consent.body())
                .contains("See your phone number", "See your date of birth")
                .doesNotContain("password_", "postal address");
        Tokens tokens = application
                .redemption(request, journey.arrived(journey.allow(consent)).code())
                .tokens();
        assertThat(application.userinfo(tokens.accessToken()).json()).containsOnlyKeys("sub", "phone_number");
        assertThat(application.verifiedIdToken(tokens))
                .containsEntry("birthdate", "1985-04-01")
                .doesNotContainKeys("phone_number", "gender");
    }

    @Test
    @DisplayName("OIDC Core 5.5.1: an acr that cannot be reached, and another person, are errors and never tokens")
    void refusesWhatItCannotKeep() {
        tokens(asking("openid"));
        assertThat(error("{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:example:gold\"]}}}"))
                .isEqualTo("unmet_authentication_requirements");
        assertThat(error("{\"id_token\":{\"sub\":{\"value\":\"somebody-else\"}}}"))
                .isEqualTo("login_required");
        for (String malformed : List.of("[]", "{\"id_token\":7}", "{\"a\":".repeat(99), "{\"userinfo\":{\"a\":1}}")) {
            assertThat(error(malformed)).as(malformed).isEqualTo("invalid_request");
        }
    }

    private String error(String claims) {
        AuthorizationRequest request = asking("openid").with("prompt", "none").with("claims", claims);
        return journey.open(request).redirectParameters().require("error");
    }

    private AuthorizationRequest asking(String scope) {
        return application.validRequest().with("scope", scope);
    }

    private Tokens tokens(AuthorizationRequest request) {
        return application.tokensFor(journey, TestAccounts.BOB, request);
    }
}
