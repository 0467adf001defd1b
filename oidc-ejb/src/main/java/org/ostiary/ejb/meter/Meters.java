package org.ostiary.ejb.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this node counts and times since its start, in the text format of Prometheus. Names and labels are ours, never a
 * stranger's, and there is a most of them all the same, so that no mistake fills the memory.
 */
@ApplicationScoped
public class Meters {

    /** More series than the names of ours and their labels make. */
    static final int MOST_SERIES = 2_000;

    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> series = new ConcurrentHashMap<>();

    /** Counts one of a kind; labels are names and values in turn. */
    public void count(String name, String... labels) {
        increase(name + "_total" + text(labels), 1);
    }

    /** Counts so many of a kind at once. */
    public void add(String name, long amount, String... labels) {
        increase(name + "_total" + text(labels), amount);
    }

    /** Notes how long something took. */
    public void time(String name, long nanos, String... labels) {
        increase(name + "_seconds_count" + text(labels), 1);
        increase(name + "_seconds_sum" + text(labels), nanos);
    }

    /** All series, in the order of their names. */
    public String text() {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (Map.Entry<String, LongAdder> each : new TreeMap<>(series).entrySet()) {
            String name = each.getKey().replaceFirst("\\{.*", "");
            if (!name.equals(last)) {
                text.append("# TYPE ").append(name).append(" counter\n");
                last = name;
            }
            long value = each.getValue().sum();
            text.append(each.getKey()).append(' ');
            text.append(
                    name.endsWith("_sum") ? String.format(Locale.ROOT, "%.6f", value / NANOS) : Long.toString(value));
            text.append('\n');
        }
        return text.toString();
    }

    private void increase(String key, long amount) {
        LongAdder adder = series.get(key);
        if (adder == null) {
            if (series.size() >= MOST_SERIES) {
                return;
            }
            adder = series.computeIfAbsent(key, any -> new LongAdder());
        }
        adder.add(amount);
    }

    /** A label as Prometheus writes it. */
    public static String text(String... labels) {
        if (labels.length == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("{");
        for (int at = 0; at + 1 < labels.length; at += 2) {
            String value =
                    labels[at + 1].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            text.append(at == 0 ? "" : ",")
                    .append(labels[at])
                    .append("=\"")
                    .append(value)
                    .append('"');
        }
        return text.append('}').toString();
    }
}
