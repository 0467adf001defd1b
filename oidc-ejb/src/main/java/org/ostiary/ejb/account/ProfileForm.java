package org.ostiary.ejb.account;

/** What a person wants to be called, and the one-time token of that form. */
public record ProfileForm(String displayName, String formToken) {}
