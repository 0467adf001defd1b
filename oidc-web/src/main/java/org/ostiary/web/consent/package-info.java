/**
 * The page where a person allows or denies what an application asks for.
 *
 * <p>Owns how a request is put into words. Does not decide nor remember ({@code ejb.consent} does), and returns to the
 * dispatcher. Called by browsers only.
 */
@NullMarked
package org.ostiary.web.consent;

import org.jspecify.annotations.NullMarked;
