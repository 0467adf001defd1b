package org.ostiary.ejb.admin.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.keys.KeyRotationService;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Changes of keys, each in one transaction with what auditors read of who wanted it. */
@Stateless
public class KeyChangeService {

    @Inject
    KeyRotationService rotation;

    @Inject
    AuditLog audit;

    /** Makes the next key of an algorithm; answers when it signs. */
    public Instant rotate(Administrator administrator, JwsAlgorithm algorithm) {
        Instant signsFrom = rotation.rotate(algorithm, administrator.facts());
        audit.note(
                administrator.did(null, null, algorithm.value() + ", signs from " + signsFrom), administrator.facts());
        return signsFrom;
    }

    /** Ends a key; answers whether this call did. */
    public boolean revoke(Administrator administrator, String kid) {
        boolean revoked = rotation.revoke(kid, administrator.facts());
        String what = revoked ? ", revoked" : ", over already";
        audit.note(administrator.did(null, null, "key " + kid + what), administrator.facts());
        return revoked;
    }
}
