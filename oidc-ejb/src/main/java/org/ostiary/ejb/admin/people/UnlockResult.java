package org.ostiary.ejb.admin.people;

/** Whether no passwords were judged for the account, because too many were wrong, and are again. */
public record UnlockResult(boolean unlocked) {}
