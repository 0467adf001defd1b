package org.ostiary.ejb.config;

/** What wrong passwords are counted for. */
public enum RegulationMode {
    /** The name that was typed. */
    USER("user"),
    /** The address of the caller, with IPv6 its /64. */
    IP("ip");

    private final String value;

    RegulationMode(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
