package org.ostiary.ejb.config;

import java.util.List;

/** The configuration is wrong; the message is one line per mistake. */
public class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public ConfigurationException(List<String> mistakes) {
        super("The configuration is wrong:\n" + String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** A line each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
