/**
 * Turns a configuration.yml of Authelia into our own words, on the host and without a server, with a report of what became of each
 * option. It reads what was written and never what was meant by a running Authelia; subject identifiers are not among it.
 */
@NullMarked
package org.ostiary.ejb.authelia;

import org.jspecify.annotations.NullMarked;
