/**
 * What administrators read: the audit trail, refusals, and the configuration with its sources.
 */
@NullMarked
package org.ostiary.ejb.admin.records;

import org.jspecify.annotations.NullMarked;
