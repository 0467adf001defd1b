/**
 * Reads YAML that a stranger may have written: bounded, without tags, and everything as the text that stands there. What the texts
 * mean is up to the callers: the accounts file and what comes from Authelia.
 */
@NullMarked
package org.ostiary.ejb.yaml;

import org.jspecify.annotations.NullMarked;
