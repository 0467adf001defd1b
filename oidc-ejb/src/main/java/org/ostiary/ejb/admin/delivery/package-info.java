/**
 * What administrators see of clients being told that sessions ended, and telling them again.
 */
@NullMarked
package org.ostiary.ejb.admin.delivery;

import org.jspecify.annotations.NullMarked;
