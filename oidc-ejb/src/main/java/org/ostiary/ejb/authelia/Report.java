package org.ostiary.ejb.authelia;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for each option: where it stands, and what became of it. No line has a value that may be secret. */
final class Report {

    private static final int LONGEST = 200;

    private final List<ReportLine> lines = new ArrayList<>();

    void kept(String option, String key) {
        add(Fate.KEPT, option, key);
    }

    void translated(String option, String how) {
        add(Fate.TRANSLATED, option, how);
    }

    void notNeeded(String option, String why) {
        add(Fate.NOT_NEEDED, option, why);
    }

    void lost(String option, String whyAndWhatToDo) {
        add(Fate.LOST, option, whyAndWhatToDo);
    }

    /** In the order of the file. */
    List<ReportLine> lines() {
        return List.copyOf(lines);
    }

    /** Whether everything that was configured counts here too. */
    boolean complete() {
        return lines.stream().noneMatch(line -> line.fate() == Fate.LOST);
    }

    /** In the order of the file, and how many there are of each kind last. */
    List<String> print() {
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        lines.forEach(line -> counts.merge(line.fate(), 1L, Long::sum));
        String sum = Stream.of(Fate.values())
                .map(fate -> fate.word() + " " + counts.getOrDefault(fate, 0L))
                .collect(Collectors.joining(", "));
        return Stream.concat(lines.stream().map(ReportLine::print), Stream.of("sum: " + sum))
                .toList();
    }

    private void add(Fate fate, String option, String text) {
        lines.add(new ReportLine(fate, printable(option), printable(text)));
    }

    /** A value from the file, as it may stand in a line. */
    static String printable(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
        return plain.length() > 2 * LONGEST ? plain.substring(0, 2 * LONGEST) + "..." : plain;
    }
}
