package org.ostiary.web.error;

/** Text as HTML wants it, good for element content and for attributes in either kind of quotes. */
public final class Html {
    private Html() {}

    /** The text, escaped so that a browser reads and posts exactly what went in; only a NUL, which HTML cannot hold, is lost. */
    public static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> append(html, (char) c));
        return html.toString();
    }

    private static void append(StringBuilder html, char c) {
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            case '\t', '\n', '\r' -> html.append("&#").append((int) c).append(';');
            case '\0' -> html.append('\uFFFD');
            default -> html.append(c);
        }
    }
}
