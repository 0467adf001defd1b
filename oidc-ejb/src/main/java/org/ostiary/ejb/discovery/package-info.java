/**
 * The documents that tell clients what this provider can do, prepared once. Called by the web.
 */
@NullMarked
package org.ostiary.ejb.discovery;

import org.jspecify.annotations.NullMarked;
