package org.ostiary.persistence.interaction;

/**
 * The life of an {@link Interaction}.
 *
 * <pre>
 *   received ──▶ OPEN ──(answered once: code or error)──▶ COMPLETED
 *                 │
 *                 └──(its time is over)──▶ EXPIRED
 * </pre>
 *
 * While it is open a person may log in, consent or deny in any order and any number of tabs; each page only adds a fact,
 * and the authorize service decides from all of them.
 */
public enum InteractionState {
    OPEN,
    COMPLETED,
    EXPIRED
}
