package org.ostiary.ejb.protocol.lint;

/** How well a client is registered, the best first; a client has the worst of what is found about it. */
public enum LintGrade {
    /** As the best current practice wants it. */
    A,
    /** Something is recommended besides. */
    B,
    /** Something should be done: it is safe only while something else is. */
    C,
    /** Something must be done: a known attack works. */
    D;

    /** Whether this is worse than that one. */
    public boolean worseThan(LintGrade other) {
        return compareTo(other) > 0;
    }
}
