/**
 * Brings in and takes out what a provider knows: subject identifiers of Authelia, and documents of our own. What the things are and
 * which rules they have is up to their own features.
 */
@NullMarked
package org.ostiary.ejb.admin.transfer;

import org.jspecify.annotations.NullMarked;
