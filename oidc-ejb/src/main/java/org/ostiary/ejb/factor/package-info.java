/**
 * What people have besides their password: proving it, enrolling it, and how often wrong codes may be tried. It knows no
 * authorization request; the step-up and the account pages call it.
 */
@NullMarked
package org.ostiary.ejb.factor;

import org.jspecify.annotations.NullMarked;
