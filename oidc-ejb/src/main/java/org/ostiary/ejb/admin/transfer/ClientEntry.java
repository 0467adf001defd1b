package org.ostiary.ejb.admin.transfer;

import java.util.List;
import java.util.Map;

/** A client with the options that it was registered with, and digests of its secrets where they were asked for. */
public record ClientEntry(String clientId, Map<String, String> options, List<SecretEntry> secrets) {

    public ClientEntry {
        secrets = List.copyOf(secrets);
    }
}
