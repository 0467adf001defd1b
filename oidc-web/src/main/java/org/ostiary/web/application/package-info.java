/**
 * Which resources are served below which path of the host. Nothing calls it but the container.
 */
@NullMarked
package org.ostiary.web.application;

import org.jspecify.annotations.NullMarked;
