package org.ostiary.web.forbidden;

import java.net.URI;
import java.net.URISyntaxException;
import org.ostiary.web.page.DisplayText;

/** Somebody who may be asked: the email address as people read it, and where to write to. */
public record Contact(String text, String link) {

    static Contact of(String address) {
        return new Contact(DisplayText.of(address), mailto(address));
    }

    /** RFC 6068, section 2: what would begin header fields there is escaped. */
    private static String mailto(String address) {
        try {
            return new URI("mailto", address, null)
                    .toASCIIString()
                    .replace("?", "%3F")
                    .replace("&", "%26");
        } catch (URISyntaxException nothingToWriteTo) {
            return "";
        }
    }
}
