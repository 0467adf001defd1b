package org.ostiary.ejb.password;

/** What {@link PasswordRules} say of a password that someone wants to set. */
public enum PasswordJudgement {
    /** May be set. */
    ACCEPTABLE,
    /** Has fewer characters than demanded. */
    TOO_SHORT,
    /** Has more than {@link PasswordRules#MAXIMUM_BYTES} bytes. */
    TOO_LONG,
    /** Has half a character: a surrogate without its partner, which no encoding can carry. */
    NOT_TEXT
}
