package org.ostiary.ejb.protocol;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what somebody probably meant. */
public final class Nearest {

    /** What is compared of a text that a stranger sent; more would cost time and tell no more. */
    private static final int COMPARED = 500;

    private Nearest() {}

    /** Of the candidates the one that takes the fewest insertions and deletions; empty when there is none. */
    public static Optional<String> to(String text, Stream<String> candidates) {
        return candidates.min(Comparator.comparingInt(candidate -> distance(start(candidate), start(text))));
    }

    private static String start(String text) {
        return text.length() <= COMPARED ? text : text.substring(0, COMPARED);
    }

    /** How many characters to insert or delete, so that a forgotten part is closer than many changed letters. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 2);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }
}
