package org.ostiary.ejb.recent;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.RequestParameters;

/** What may be shown of the parameters of a request: of those that may be secret, or say something about a person, the length. */
final class ShownParameters {

    private static final int MOST = 30;
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 60;

    /** What the table has room for. */
    private static final int LONGEST_TEXT = 4_000;

    private ShownParameters() {}

    /** A JSON object. */
    static String of(RequestParameters sent) {
        Map<String, String> shown = new LinkedHashMap<>();
        sent.names().stream()
                .filter(name -> name.length() <= LONGEST_NAME)
                .limit(MOST)
                .forEach(name -> sent.find(name).ifPresent(value -> shown.put(name, shown(name, value))));
        String text = JsonText.object(shown);
        return text.length() <= LONGEST_TEXT
                ? text
                : JsonText.object(Map.of("too_long", text.length() + " characters"));
    }

    private static String shown(String name, String value) {
        String text = name.equals("redirect_uri") ? value.replaceFirst("(?s)[?#].*", "?…") : Facts.shown(name, value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
