/**
 * Reads ID tokens of ours that clients send back to say whom they mean. They prove nothing about who sends them.
 */
@NullMarked
package org.ostiary.ejb.hint;

import org.jspecify.annotations.NullMarked;
