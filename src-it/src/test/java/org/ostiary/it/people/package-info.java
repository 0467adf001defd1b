/** People whom neither a file nor a directory knows. The store that an operator adds here is nobody's but the tests'. */
@NullMarked
package org.ostiary.it.people;

import org.jspecify.annotations.NullMarked;
