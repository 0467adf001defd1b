/**
 * The userinfo endpoint's service. Nothing imports this package but the web.
 */
@NullMarked
package org.ostiary.ejb.userinfo;

import org.jspecify.annotations.NullMarked;
