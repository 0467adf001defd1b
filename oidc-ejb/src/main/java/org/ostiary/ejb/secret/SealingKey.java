package org.ostiary.ejb.secret;

import javax.crypto.spec.SecretKeySpec;

/**
 * The subkey of a master key that seals.
 *
 * @param name of the master key
 */
record SealingKey(String name, SecretKeySpec secret) {

    private static final String PURPOSE = "ostiary sealing";

    static SealingKey of(MasterKey masterKey) {
        return new SealingKey(masterKey.name(), masterKey.subkey(PURPOSE, "AES"));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SealingKey[" + name + "]";
    }
}
