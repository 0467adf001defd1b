package org.ostiary.ejb.secret;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.sealed.SealedColumn;
import org.ostiary.persistence.sealed.SealedValue;
import org.ostiary.persistence.sealed.SealedValues;

/** Keeps what is sealed openable: the root of all hashes and marks, and everything else while the master key changes. */
@Stateless
public class RootSecretService {

    private static final String ROOT = "hash-root";
    private static final int BYTES = 32;
    private static final int BATCH = 200;

    @Inject
    SealedValues values;

    @Inject
    CacheVersions versions;

    @Inject
    Sealing sealing;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    /**
     * Opens the root secret, made at the first start, and lets hashes and marks be made with it. The first thing that a
     * start opens, and so the one that tells a wrong master key.
     *
     * @throws WrongMasterKeyException when it was sealed under another master key
     */
    public void open() {
        // Holds the row, so that of two nodes at their first start only one makes the secret.
        versions.raise(CacheVersions.KEYS);
        String place = SealedColumn.INSTALLATION_SECRET.place(ROOT);
        Optional<String> stored = values.installationSecret(ROOT);
        if (stored.isEmpty()) {
            byte[] root = random.bytes(BYTES);
            values.addInstallationSecret(
                    ROOT, sealing.seal(place, Base64.getEncoder().encodeToString(root)));
            hashes.root(root);
        } else {
            hashes.root(Base64.getDecoder().decode(sealing.open(place, stored.get())));
        }
    }

    /** How many sealed values there are. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long count() {
        return values.count();
    }

    /**
     * Seals one batch under the master key of that name, those values that the other one sealed. What is done is done: after an
     * end in the middle it is not done again.
     *
     * @param after the key of the last row of the batch before; empty for the first
     * @throws UnknownMasterKeyException when this node has one key only, or none of that name
     */
    public SealedStretch sealAnew(String keyName, SealedColumn column, String after) {
        if (sealing.otherKeyName().isEmpty()) {
            // With one key alone nobody can tell what the other one sealed from what is lost.
            throw new UnknownMasterKeyException("beside " + sealing.keyName());
        }
        List<SealedValue> batch = values.after(column, after, BATCH);
        List<String> unopened = new ArrayList<>();
        int sealed = 0;
        for (SealedValue value : batch) {
            try {
                Optional<String> anew = sealing.sealedAnew(value.place(), value.value(), keyName);
                anew.ifPresent(text -> values.replace(column, value, text));
                sealed += anew.isPresent() ? 1 : 0;
            } catch (WrongMasterKeyException nobodyOpensIt) {
                unopened.add(value.place());
            }
        }
        String last = batch.size() < BATCH ? null : batch.get(batch.size() - 1).key();
        return new SealedStretch(last, batch.size(), sealed, unopened);
    }
}
