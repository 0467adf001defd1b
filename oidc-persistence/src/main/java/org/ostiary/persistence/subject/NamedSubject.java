package org.ostiary.persistence.subject;

/** A subject identifier and what the account that has it is called. */
public record NamedSubject(String sub, String sector, String username) {}
