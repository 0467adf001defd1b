package org.ostiary.ejb.accounts;

import java.util.List;

/** An accounts file cannot be imported: one line per mistake, none of which repeats a password digest. */
public final class AccountsFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    AccountsFileException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    AccountsFileException(String mistake) {
        this(List.of(mistake));
    }

    /** In the order of the file. */
    public List<String> mistakes() {
        return mistakes;
    }
}
