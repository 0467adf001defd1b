package org.ostiary.web.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A plot with a column for each value, in units of its own view box; the table beside it says the same in numbers.
 *
 * @param bars from left to right
 * @param most the value of a column as high as the plot
 */
public record Plot(List<Bar> bars, long most) {

    private static final int STEP = 20;
    private static final int WIDTH = 14;
    private static final int HEIGHT = 100;

    public Plot {
        bars = List.copyOf(bars);
    }

    /** A column. */
    public record Bar(int x, long y, int width, long height) {}

    static Plot of(List<Long> values) {
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            // What is not nothing is seen.
            long height = values.get(at) == 0 ? 0 : Math.max(1, Math.round((double) HEIGHT * values.get(at) / most));
            bars.add(new Bar(at * STEP + (STEP - WIDTH) / 2, HEIGHT - height, WIDTH, height));
        }
        return new Plot(bars, most);
    }

    /** The view box of the drawing. */
    public String box() {
        return "0 0 " + Math.max(1, bars.size()) * STEP + " " + HEIGHT;
    }
}
