/**
 * Gives each account its opaque subject identifier in each sector. Called when tokens are issued.
 */
@NullMarked
package org.ostiary.ejb.subject;

import org.jspecify.annotations.NullMarked;
