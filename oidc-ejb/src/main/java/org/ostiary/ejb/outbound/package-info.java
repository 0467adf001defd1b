/**
 * The only way out: every call that this provider makes goes through one guarded client. Called by whoever must fetch what
 * a client registered.
 */
@NullMarked
package org.ostiary.ejb.outbound;

import org.jspecify.annotations.NullMarked;
