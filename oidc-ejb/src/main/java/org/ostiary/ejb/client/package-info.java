/**
 * Which clients there are, kept in memory, and whether a caller is one of them. Called by the authorize and token
 * services.
 */
@NullMarked
package org.ostiary.ejb.client;

import org.jspecify.annotations.NullMarked;
