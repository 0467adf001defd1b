package org.ostiary.ejb.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;

/**
 * Seals secrets that must be recoverable: AES-256-GCM under a subkey of the master key, with the place they are stored at
 * as associated data, so that a sealed value cannot be moved to another row.
 */
@ApplicationScoped
public class Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKey key;
    private final @Nullable SealingKey otherKey;
    private final SecureTokens random;

    /** For CDI. */
    protected Sealing() {
        this(new MasterKey(), new SecureTokens());
    }

    /** Seals under that key, and opens also what the other key of the configuration sealed, where it has one. */
    @Inject
    public Sealing(MasterKey masterKey, ProviderConfig config, SecureTokens random) {
        this.key = SealingKey.of(masterKey);
        this.otherKey = MasterKeyFile.otherKeyOf(config).map(SealingKey::of).orElse(null);
        this.random = random;
    }

    /** Seals and opens under that key alone. */
    public Sealing(MasterKey masterKey, SecureTokens random) {
        this.key = SealingKey.of(masterKey);
        this.otherKey = null;
        this.random = random;
    }

    /** The name of the master key that seals here. */
    public String keyName() {
        return key.name();
    }

    /** The name of the other master key, which only opens; empty where there is none. */
    public Optional<String> otherKeyName() {
        return Optional.ofNullable(otherKey).map(SealingKey::name);
    }

    /** Seals a text for one place, for example {@code signing_key/sealed_private/<kid>}. */
    public String seal(String place, String text) {
        return seal(key, place, text);
    }

    private String seal(SealingKey key, String place, String text) {
        byte[] nonce = random.bytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(key.secret(), Cipher.ENCRYPT_MODE, place, nonce)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /**
     * Opens what {@link #seal} sealed for the same place.
     *
     * @throws WrongMasterKeyException when it was sealed under another master key or for another place, or was changed
     */
    public String open(String place, String sealed) {
        try {
            return open(key, place, sealed);
        } catch (WrongMasterKeyException wrong) {
            if (otherKey == null) {
                throw wrong;
            }
            return open(otherKey, place, sealed);
        }
    }

    /**
     * The same text sealed under the master key of that name, which may be either: a node that has not changed its order of
     * keys yet must not turn back what another one does.
     *
     * @return empty when the value is sealed under that key already
     * @throws WrongMasterKeyException when neither key opens it
     * @throws UnknownMasterKeyException when neither key has that name
     */
    public Optional<String> sealedAnew(String place, String sealed, String keyName) {
        SealingKey wanted = require(keyName);
        try {
            open(wanted, place, sealed);
            return Optional.empty();
        } catch (WrongMasterKeyException underTheOther) {
            return Optional.of(seal(wanted, place, open(place, sealed)));
        }
    }

    private SealingKey require(String keyName) {
        return Stream.of(Optional.of(key), Optional.ofNullable(otherKey))
                .flatMap(Optional::stream)
                .filter(known -> known.name().equals(keyName))
                .findFirst()
                .orElseThrow(() -> new UnknownMasterKeyException(keyName));
    }

    private static String open(SealingKey key, String place, String sealed) {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            if (both.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw new AEADBadTagException("Too short to hold a nonce and a tag");
            }
            byte[] text = cipher(key.secret(), Cipher.DECRYPT_MODE, place, Arrays.copyOf(both, NONCE_BYTES))
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongMasterKeyException(place, e);
        }
    }

    private static Cipher cipher(SecretKeySpec key, int mode, String place, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
