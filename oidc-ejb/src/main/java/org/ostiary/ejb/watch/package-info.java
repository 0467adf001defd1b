/**
 * Lets operators watch a node: metrics for those who may read them, and a log in lines of JSON.
 */
@NullMarked
package org.ostiary.ejb.watch;

import org.jspecify.annotations.NullMarked;
