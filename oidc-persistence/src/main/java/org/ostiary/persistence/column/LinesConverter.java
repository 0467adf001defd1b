package org.ostiary.persistence.column;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a set of single-line texts that may hold spaces (group names) as one text, a line each, in order. */
@Converter
public class LinesConverter implements AttributeConverter<@Nullable Set<String>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Set<String> texts) {
        return texts == null ? "" : String.join("\n", texts);
    }

    @Override
    public Set<String> convertToEntityAttribute(@Nullable String lines) {
        if (lines == null || lines.isEmpty()) {
            return Set.of();
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(lines.lines().toList()));
    }
}
