package org.ostiary.ejb.start;

import java.sql.SQLException;
import java.util.Optional;
import org.ostiary.ejb.accounts.AccountsFileException;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.secret.WrongMasterKeyException;
import org.ostiary.ejb.subject.IdentifiersFileException;
import org.ostiary.persistence.datasource.Unreachable;

/** Tells what an operator can mend, and needs no stack trace for, from what is a flaw of ours. */
final class StartRefusal {

    /** Where whoever runs the server finds the reason, and may then leave out what the server prints of a failed deployment. */
    static final String PROPERTY = "ostiary.start.refused";

    private StartRefusal() {}

    /**
     * The sentence for the operator, in one line.
     *
     * @param failure what ended the start, with whatever the container and the libraries put around it
     * @return empty where no cause of the failure speaks to operators
     */
    static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> sentence = sentence(cause);
            if (sentence.isPresent()) {
                return sentence.map(lines -> lines.strip().replaceAll("\\s*\\R\\s*", "; "));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(Throwable cause) {
        if (cause instanceof ConfigurationException wrong) {
            return Optional.of(String.join("; ", wrong.mistakes()));
        }
        if (cause instanceof AccountsFileException wrong) {
            return Optional.of("oidc.accounts-file: " + wrong.getMessage());
        }
        if (cause instanceof IdentifiersFileException wrong) {
            return Optional.of("oidc.subjects-file: " + wrong.getMessage());
        }
        if (cause instanceof WrongMasterKeyException) {
            return Optional.ofNullable(cause.getMessage());
        }
        return cause instanceof SQLException database && Unreachable.tells(database)
                ? Optional.of("oidc.db: no connection to the database: " + database.getMessage())
                : Optional.empty();
    }
}
