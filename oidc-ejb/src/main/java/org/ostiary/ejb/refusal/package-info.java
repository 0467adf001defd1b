/**
 * How a refusal is told: a sentence and the request's id to whoever asked, the rule and its section to the operator.
 * Called by the authorize service and the web's error mappers.
 */
@NullMarked
package org.ostiary.ejb.refusal;

import org.jspecify.annotations.NullMarked;
