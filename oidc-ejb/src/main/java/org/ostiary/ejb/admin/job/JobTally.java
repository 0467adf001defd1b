package org.ostiary.ejb.admin.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often a job did what. It is kept as the text that people read: {@code sessions 200, grants 3}. */
public record JobTally(Map<String, Long> counts) {

    /** Nothing yet. */
    public static final JobTally NONE = new JobTally(Map.of());

    /** So much of one thing. */
    public static JobTally of(String what, long count) {
        return new JobTally(Map.of(what, count));
    }

    static JobTally parse(String text) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.of(text.split(", ")).filter(part -> !part.isEmpty()).forEach(part -> {
            int space = part.lastIndexOf(' ');
            counts.put(part.substring(0, space), Long.valueOf(part.substring(space + 1)));
        });
        return new JobTally(counts);
    }

    /** Both together; what the first one counts stands first. */
    public JobTally and(JobTally more) {
        Map<String, Long> sum = new LinkedHashMap<>(counts);
        more.counts.forEach((what, count) -> sum.merge(what, count, Long::sum));
        return new JobTally(sum);
    }

    String text() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
