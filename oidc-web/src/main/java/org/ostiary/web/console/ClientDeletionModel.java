package org.ostiary.web.console;

import org.ostiary.ejb.admin.client.ClientSource;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.ejb.admin.revoking.RevocationResult;

/** A client that may be deleted, and what ends with it. */
public record ClientDeletionModel(ClientView client, RevocationResult ending) {

    /** Whether it can be deleted here. */
    public boolean own() {
        return client.source() == ClientSource.ADMINISTRATION;
    }
}
