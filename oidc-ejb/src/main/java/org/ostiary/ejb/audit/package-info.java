/**
 * What happened, for auditors: typed events, written within the caller's transaction or in one of their own.
 */
@NullMarked
package org.ostiary.ejb.audit;

import org.jspecify.annotations.NullMarked;
