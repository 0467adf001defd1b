package org.ostiary.ejb.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.Sha256;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * What a person relied on when deciding: the client's name, where answers go, in which sector it knows people, and what the
 * item releases. When one of these changes, the decision was about something else.
 */
@ApplicationScoped
public class ConsentFingerprints {

    @Inject
    ScopeClaims scopeClaims;

    /** The fingerprint of an item as it would be shown now. */
    public String of(String item, RegisteredClient client) {
        String seen = JsonText.object(Map.of(
                "seen",
                List.of(
                        item,
                        new TreeSet<>(scopeClaims.of(List.of(item))),
                        client.clientName(),
                        new TreeSet<>(client.redirectUris()),
                        client.subject().sector())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(seen));
    }
}
