package org.ostiary.ejb.secret;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

    /**
     * Seals one batch under the master key in use, those values that the other one sealed. What is done is done: after an
     * end in the middle it is not done again.
     *
     * @param after the key of the last row of the batch before; empty for the first
     * @return the key of the last row; empty when there was none
     */
    public Optional<String> sealAnew(SealedColumn column, String after) {
        List<SealedValue> batch = values.after(column, after, BATCH);
        batch.forEach(value -> sealing.sealedAnew(value.place(), value.value())
                .ifPresent(anew -> values.replace(column, value, anew)));
        return batch.isEmpty()
                ? Optional.empty()
                : Optional.of(batch.get(batch.size() - 1).key());
    }
}
