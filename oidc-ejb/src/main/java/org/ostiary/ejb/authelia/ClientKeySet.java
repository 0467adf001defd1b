package org.ostiary.ejb.authelia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The public keys of a client: PEM there, a JWK Set here (RFC 7517). */
final class ClientKeySet {

    private final Section client;
    private final Draft draft;

    ClientKeySet(Section client, Draft draft) {
        this.client = client;
        this.draft = draft;
    }

    void translate(String prefix) {
        Section old = client.section("public_keys");
        old.text("uri").ifPresent(uri -> uri(old.path("uri"), prefix, uri));
        client.text("jwks_uri").ifPresent(uri -> uri(client.path("jwks_uri"), prefix, uri));
        List<Section> keys = new ArrayList<>(client.sections("jwks"));
        keys.addAll(old.sections("values"));
        old.reportUnread();
        List<String> written = new ArrayList<>();
        keys.forEach(key -> key(key).ifPresent(written::add));
        if (!written.isEmpty()) {
            draft.put(prefix + "jwks", "{\"keys\":[" + String.join(",", written) + "]}");
            client.report().translated(client.path("jwks"), "public keys are a JWK Set here, " + prefix + "jwks");
        }
    }

    private void uri(String option, String prefix, String uri) {
        draft.put(prefix + "jwks-uri", uri);
        client.report().kept(option, prefix + "jwks-uri");
    }

    private Optional<String> key(Section key) {
        Optional<String> pem = key.text("key");
        String id = key.text("key_id").orElse("");
        String algorithm = key.text("algorithm").orElse("");
        key.text("use");
        if (key.text("certificate_chain").isPresent()) {
            client.report().notNeeded(key.path("certificate_chain"), "the key alone counts here");
        }
        key.reportUnread();
        Optional<String> jwk = pem.flatMap(text -> PublicKeyText.jwk(text, id, algorithm));
        if (jwk.isEmpty()) {
            client.report()
                    .lost(
                            key.path("key"),
                            "is no public key that could be read (PEM, RSA or EC on P-256 or P-384); add it to "
                                    + "jwks as a JWK");
        }
        return jwk;
    }
}
