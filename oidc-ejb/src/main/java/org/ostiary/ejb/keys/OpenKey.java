package org.ostiary.ejb.keys;

import java.security.PrivateKey;

/** A signing key whose private part was opened for the signature provider in use. */
record OpenKey(String kid, String algorithm, PrivateKey privateKey, String publicJwk) {}
