/**
 * What the specifications say about parameters, scopes and errors, in plain Java: no container, no database, no
 * HTTP. Called by the services.
 */
@NullMarked
package org.ostiary.ejb.protocol;

import org.jspecify.annotations.NullMarked;
