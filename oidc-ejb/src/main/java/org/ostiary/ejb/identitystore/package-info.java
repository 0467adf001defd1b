/**
 * Owns what is asked of the {@code IdentityStore} beans that an operator adds (Jakarta Security 3.0, section 3). Provides
 * none itself. Called by login.
 */
@NullMarked
package org.ostiary.ejb.identitystore;

import org.jspecify.annotations.NullMarked;
