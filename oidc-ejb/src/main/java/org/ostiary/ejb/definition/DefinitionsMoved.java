package org.ostiary.ejb.definition;

import jakarta.ejb.ApplicationException;

/** A policy or a scope was changed after a client was judged under it. It rolls the transaction back. */
@ApplicationException(rollback = true)
public class DefinitionsMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** It says no more than that. */
    public DefinitionsMoved() {
        super("A definition was changed meanwhile", null, false, false);
    }
}
