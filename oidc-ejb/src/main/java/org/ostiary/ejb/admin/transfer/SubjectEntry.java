package org.ostiary.ejb.admin.transfer;

/** What a person is called in a sector; {@code username} is what they are called here, or will be. */
public record SubjectEntry(String username, String sector, String sub) {}
