/**
 * The revocation endpoint's services. Nothing imports this package but the web.
 */
@NullMarked
package org.ostiary.ejb.revocation;

import org.jspecify.annotations.NullMarked;
