package org.ostiary.web.admin;

import jakarta.ws.rs.core.StreamingOutput;

/** An answer that is a file, and too long to be held as a whole. */
record Download(String mediaType, String fileName, StreamingOutput content) {}
