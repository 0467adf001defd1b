/**
 * Owns the attacks that are known against providers: each test starts from a request that works, breaks one thing and
 * looks at what a stranger then sees. Does not own what works ({@code org.ostiary.it.protocol}). The letters and numbers
 * in the names are those of the project's list of security tests.
 */
@NullMarked
package org.ostiary.it.security;

import org.jspecify.annotations.NullMarked;
