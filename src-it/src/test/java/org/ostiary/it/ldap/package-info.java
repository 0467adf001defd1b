/** Owns what people of a directory can do, with Debian's slapd as the directory. */
@NullMarked
package org.ostiary.it.ldap;

import org.jspecify.annotations.NullMarked;
