package org.ostiary.ejb.subject;

/** An identifier that was not taken over; nothing was overwritten. */
public record SubjectConflict(String username, String sector, String reason) {}
