package org.ostiary.ejb.subject;

import java.util.List;

/** A file of subject identifiers with mistakes, a line each; none quotes an identifier. */
public class IdentifiersFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    IdentifiersFileException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Every mistake, or the first hundred. */
    public List<String> mistakes() {
        return mistakes;
    }
}
