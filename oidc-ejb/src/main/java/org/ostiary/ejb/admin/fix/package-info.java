/**
 * What would have let a refused request pass, where the registration of its client is all that is in the way. Changes go through the
 * services of the clients.
 */
@NullMarked
package org.ostiary.ejb.admin.fix;

import org.jspecify.annotations.NullMarked;
