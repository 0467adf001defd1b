/** Owns what the command of the README starts the server with. */
@NullMarked
package org.ostiary.web.run;

import org.jspecify.annotations.NullMarked;
