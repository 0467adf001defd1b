/**
 * What administrators see of signing keys, and changing them now.
 */
@NullMarked
package org.ostiary.ejb.admin.keys;

import org.jspecify.annotations.NullMarked;
