package org.ostiary.ejb.config;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The configuration is wrong; the message is one line per mistake. */
@ApplicationException(rollback = true)
public class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public ConfigurationException(List<String> mistakes) {
        super("The configuration is wrong:\n" + String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public ConfigurationException(String mistake) {
        this(List.of(mistake));
    }

    /** A line each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
