/**
 * Who is asking: the facts of one request and the cookies of one browser, as the web hands them to the services.
 */
@NullMarked
package org.ostiary.ejb.visit;

import org.jspecify.annotations.NullMarked;
