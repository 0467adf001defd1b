package org.ostiary.ejb.regulation;

import java.util.List;
import java.util.function.Predicate;
import org.ostiary.persistence.regulation.CountedGuess;

/** A guess that may be judged, and where it is counted until it turns out right. */
public record Guess(List<Count> counts) {

    public Guess {
        counts = List.copyOf(counts);
    }

    /** Its count for the address it came from. */
    public Guess ofAddress() {
        return only(kind -> kind == Counter.Kind.ADDRESS);
    }

    /** Its other counts. */
    public Guess exceptOfAddress() {
        return only(kind -> kind != Counter.Kind.ADDRESS);
    }

    private Guess only(Predicate<Counter.Kind> which) {
        return new Guess(
                counts.stream().filter(count -> which.test(count.kind())).toList());
    }

    /** One place where it is counted. */
    record Count(Counter.Kind kind, CountedGuess guess) {}
}
