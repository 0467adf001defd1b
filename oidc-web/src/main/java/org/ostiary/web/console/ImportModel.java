package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to bring in, and what it would change once it was compared.
 *
 * @param kind what it is: {@code document}, {@code subjects} or {@code authelia}
 * @param text to go on with; empty before it was compared
 * @param wrong why it cannot be compared, a line each
 */
public record ImportModel(
        String kind, String text, @Nullable Comparison comparison, List<String> wrong) {

    /** The most lines that are shown. */
    static final int MOST = 200;

    /**
     * What it would come to.
     *
     * @param lines each entry that is otherwise, the first of them
     * @param left how many lines more there are
     */
    public record Comparison(List<Line> lines, int left, int unchanged, int subjects) {

        static Comparison of(List<Line> all, int unchanged, int subjects) {
            int shown = Math.min(all.size(), MOST);
            return new Comparison(all.subList(0, shown), all.size() - shown, unchanged, subjects);
        }

        /** Whether anything would be changed. */
        public boolean changes() {
            return subjects > 0 || left > 0 || lines.stream().anyMatch(Line::changes);
        }
    }

    /** An entry: what would come of it, in the words of the documentation, and why or where. */
    public record Line(String name, String outcome, String text) {

        boolean changes() {
            return !outcome.equals("refused") && !outcome.equals("left");
        }
    }
}
