package org.ostiary.ejb.yaml;

/** A text that is no YAML, or none that can be read safely; the message quotes no value of it. */
public class UnsafeYamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeYamlException(String message) {
        super(message);
    }
}
