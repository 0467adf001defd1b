package org.ostiary.ejb.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** A client's metadata as the JSON object of RFC 7591, section 2, with this product's own members beside the registered ones. */
final class ClientMetadataJson {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ClientMetadataJson() {}

    static String write(RegisteredClient client) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_name", client.clientName());
        members.put("application_type", client.applicationType().value());
        members.put(
                "token_endpoint_auth_method", client.tokenEndpointAuthMethod().value());
        members.put("redirect_uris", client.redirectUris());
        members.put("scopes", client.scopes());
        members.put("grant_types", client.grantTypes());
        members.put("response_types", client.responseTypes());
        members.put("response_modes", client.responseModes());
        members.put("authorization_policy", client.authorizationPolicy().value());
        members.put("consent_mode", client.consentMode().value());
        members.put(
                "pre_configured_consent_duration",
                client.preConfiguredConsentDuration().toSeconds());
        members.put("require_pkce", client.requirePkce());
        Optional.ofNullable(client.initiateLoginUri()).ifPresent(uri -> members.put("initiate_login_uri", uri));
        return JsonText.object(members);
    }

    static RegisteredClient read(String clientId, String metadata) {
        JsonObject json = READERS.createReader(new StringReader(metadata)).readObject();
        return new RegisteredClient(
                clientId,
                json.getString("client_name"),
                known(ApplicationType.of(json.getString("application_type"))),
                known(ClientAuthenticationMethod.of(json.getString("token_endpoint_auth_method"))),
                texts(json.getJsonArray("redirect_uris")),
                texts(json.getJsonArray("scopes")),
                texts(json.getJsonArray("grant_types")),
                texts(json.getJsonArray("response_types")),
                texts(json.getJsonArray("response_modes")),
                known(AuthorizationPolicy.of(json.getString("authorization_policy"))),
                known(ConsentMode.of(json.getString("consent_mode"))),
                Duration.ofSeconds(
                        json.getJsonNumber("pre_configured_consent_duration").longValue()),
                json.getBoolean("require_pkce"),
                json.containsKey("initiate_login_uri") ? json.getString("initiate_login_uri") : null);
    }

    private static <T> T known(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("Stored client metadata holds an unknown value"));
    }

    private static Set<String> texts(JsonArray array) {
        Set<String> texts = new LinkedHashSet<>();
        array.getValuesAs(JsonString.class).forEach(text -> texts.add(text.getString()));
        return texts;
    }
}
