/**
 * Remembers for some days why requests were refused, for the operator. What happened to whom is the audit trail's.
 */
@NullMarked
package org.ostiary.persistence.refusal;

import org.jspecify.annotations.NullMarked;
