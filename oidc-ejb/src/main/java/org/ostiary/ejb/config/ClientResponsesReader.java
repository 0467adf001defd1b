package org.ostiary.ejb.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.authorize.ResponseMode;
import org.ostiary.ejb.protocol.authorize.ResponseType;

/** Reads what a client may be answered with through the browser, and how. */
final class ClientResponsesReader {
    private static final List<String> MODES =
            Arrays.stream(ResponseMode.values()).map(ResponseMode::value).toList();

    private final String clientId;
    private final Settings settings;
    private final Findings findings;

    ClientResponsesReader(String clientId, Settings settings, Findings findings) {
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    /** The types as they are registered, whatever the order of their words. */
    Set<String> types(Set<String> grantTypes, boolean withAccessToken) {
        Key key = ClientOption.RESPONSE_TYPES.key(clientId);
        boolean chosen = settings.find(key).isPresent();
        Set<String> types = new LinkedHashSet<>();
        for (String written : settings.list(key)) {
            Optional<ResponseType> known = ResponseType.of(written);
            if (known.isEmpty()) {
                findings.mistake(key, written, "is not known: allowed are " + names(withAccessToken));
                continue;
            }
            ResponseType type = known.get();
            types.add(type.value());
            if (type.hasAccessToken() && !withAccessToken) {
                findings.mistake(
                        key,
                        written,
                        "brings an access token through the browser: allowed are " + names(false) + ", and others only"
                                + " with "
                                + ServerKey.ENABLE_TOKEN_RESPONSE_TYPES.key().name() + "=true");
            } else if (chosen) {
                requireGrantTypes(key, type, grantTypes);
            }
        }
        return types;
    }

    /** What the client could not use is a mistake of whoever wrote it (OpenID Connect Registration 1.0, section 2). */
    private void requireGrantTypes(Key key, ResponseType type, Set<String> grantTypes) {
        if (type.hasCode() && !grantTypes.contains("authorization_code")) {
            findings.mistake(key, type.value(), "needs authorization_code among the grant-types");
        }
        if (type.hasToken() && !grantTypes.contains("implicit")) {
            findings.mistake(key, type.value(), "needs implicit among the grant-types");
        }
    }

    /** Where nothing is said, those that the types can use: a token never stands in a query. */
    Set<String> modes(Set<String> types) {
        Key key = ClientOption.RESPONSE_MODES.key(clientId);
        Set<String> modes = settings.words(key, MODES);
        boolean token =
                types.stream().flatMap(type -> ResponseType.of(type).stream()).anyMatch(ResponseType::hasToken);
        if (token && settings.find(key).isEmpty()) {
            modes.add(ResponseMode.FRAGMENT.value());
        }
        return modes;
    }

    private static String names(boolean withAccessToken) {
        return ResponseType.allowed(withAccessToken).stream()
                .map(ResponseType::value)
                .collect(Collectors.joining(", "));
    }
}
