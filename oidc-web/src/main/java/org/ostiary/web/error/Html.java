package org.ostiary.web.error;

/** Text as HTML wants it, good for element content and for attributes in either kind of quotes. */
final class Html {
    private Html() {}

    static String escaped(String text) {
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
            default -> html.append(Character.isISOControl(c) ? ' ' : c);
        }
    }
}
