package org.ostiary.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of the pages as views name them: {@code text['login.title']}. */
@Named("text")
@ApplicationScoped
public class TextMap extends AbstractMap<String, String> {

    @Override
    public @Nullable String get(@Nullable Object key) {
        return key == null ? null : Texts.text(key.toString());
    }

    /** Views look words up and never list them. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
