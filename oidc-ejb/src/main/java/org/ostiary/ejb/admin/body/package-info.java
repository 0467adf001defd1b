/**
 * The form in which the administration takes and gives records: JSON objects, read strictly. Who asks and what comes of it is not
 * known here.
 */
@NullMarked
package org.ostiary.ejb.admin.body;

import org.jspecify.annotations.NullMarked;
