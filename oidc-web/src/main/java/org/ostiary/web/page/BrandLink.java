package org.ostiary.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link below each page.
 *
 * @param key of the text that names it, and its id
 */
public record BrandLink(String key, String href) {

    static List<BrandLink> of(String key, @Nullable String href) {
        return href == null ? List.of() : List.of(new BrandLink(key, href));
    }

    /** The id of its element, for example {@code brand-support}. */
    public String id() {
        return key.replace('.', '-');
    }

    /** What the person reads. */
    public String text() {
        return Texts.text(key);
    }
}
