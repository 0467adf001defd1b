package org.ostiary.persistence.column;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a set of words without spaces (scopes, authentication methods) as one text, in order. */
@Converter
public class WordsConverter implements AttributeConverter<@Nullable Set<String>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Set<String> words) {
        return words == null ? "" : String.join(" ", words);
    }

    @Override
    public Set<String> convertToEntityAttribute(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Set.of();
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(text.split(" "))));
    }
}
