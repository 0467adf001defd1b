package org.ostiary.ejb.config;

/**
 * What the operator says an attribute of their own is, because the accounts file is all text.
 *
 * @param several whether a person may have several values
 */
public record AttributeType(Value value, boolean several) {

    /** What a single value is. */
    public enum Value {
        STRING("string"),
        INTEGER("integer"),
        BOOLEAN("boolean");

        private final String text;

        Value(String text) {
            this.text = text;
        }

        /** The value in configuration. */
        public String text() {
            return text;
        }
    }
}
