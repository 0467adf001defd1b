/**
 * People who make themselves an account, where the operator allows it. Called by the registration page.
 */
@NullMarked
package org.ostiary.ejb.registration;

import org.jspecify.annotations.NullMarked;
