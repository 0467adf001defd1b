package org.ostiary.ejb.config;

import java.util.List;

/** The configuration is wrong; the message is one line per mistake. */
public class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(List<String> mistakes) {
        super("The configuration is wrong:\n" + String.join("\n", mistakes));
    }
}
