package org.ostiary.ejb.admin.job;

/** An entry that a job could not do, and why; the job goes on. */
public record JobMistake(String entry, String reason) {}
