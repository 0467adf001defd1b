/**
 * Judges who may use a client and how strongly they must have signed in, and ends what was granted to those who no longer
 * may. Called wherever something is granted, issued or used, and when clients or groups change.
 */
@NullMarked
package org.ostiary.ejb.policy;

import org.jspecify.annotations.NullMarked;
