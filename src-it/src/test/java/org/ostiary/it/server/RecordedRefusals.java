package org.ostiary.it.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The refusals that servers wrote into their logs, each with its rule and section; what was read once is not read again. */
final class RecordedRefusals {
    private static final Pattern RECORD = Pattern.compile(
            "Refused request (\\S+): [^\\n]*, rule [a-z0-9-]+ \\([^)\\n]+(?:section|appendix)[^)\\n]*\\)");

    private final Supplier<List<Path>> logs;
    private final Map<Path, Long> read = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    RecordedRefusals(Supplier<List<Path>> logs) {
        this.logs = logs;
    }

    /** The ids of all requests that were refused until now. */
    synchronized Set<String> ids() {
        logs.get().stream().filter(Files::exists).forEach(this::readOn);
        return Set.copyOf(ids);
    }

    private void readOn(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = read.getOrDefault(log, 0L);
            byte[] news = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(news);
            String text = new String(news, StandardCharsets.ISO_8859_1);
            // The last line may still be in the making.
            int end = text.lastIndexOf('\n') + 1;
            Matcher record = RECORD.matcher(text.substring(0, end));
            while (record.find()) {
                ids.add(record.group(1));
            }
            read.put(log, from + end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
