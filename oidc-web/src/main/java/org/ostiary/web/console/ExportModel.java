package org.ostiary.web.console;

/** An export that is about to be made; there is nothing to know before. */
public record ExportModel() {}
