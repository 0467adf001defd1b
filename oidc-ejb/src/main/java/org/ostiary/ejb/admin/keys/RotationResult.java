package org.ostiary.ejb.admin.keys;

import java.time.Instant;

/**
 * What comes of a rotation.
 *
 * @param signsFrom when the next key signs: it is published until then, so that no client meets a signature it cannot verify
 * @param consequence what it means, in a sentence
 */
public record RotationResult(String algorithm, Instant signsFrom, String consequence) {}
