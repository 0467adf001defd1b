package org.ostiary.web.console;

/** A key and what breaks when it ends now. */
public record KeyModel(String kid, String consequence) {}
