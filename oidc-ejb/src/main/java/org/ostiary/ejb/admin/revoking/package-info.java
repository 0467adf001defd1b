/**
 * Ends very much at once: what was granted, by account, client, session, grant or altogether. It counts first, where wanted.
 */
@NullMarked
package org.ostiary.ejb.admin.revoking;

import org.jspecify.annotations.NullMarked;
