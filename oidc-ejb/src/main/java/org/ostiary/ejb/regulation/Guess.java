package org.ostiary.ejb.regulation;

import java.util.List;
import org.ostiary.persistence.regulation.CountedGuess;

/** A guess that may be judged, and where it is counted until it turns out right. */
public record Guess(List<Count> counts) {

    public Guess {
        counts = List.copyOf(counts);
    }

    /** One place where it is counted. */
    record Count(Counter.Kind kind, CountedGuess guess) {}
}
