package org.ostiary.web.console;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What each place shows or does; a place that does nothing is a mistake of ours. */
public final class PlaceTable {

    private final Map<Place, Function<PlaceCall, Record>> showings = new EnumMap<>(Place.class);
    private final Map<Place, Function<PlaceCall, Outcome>> changes = new EnumMap<>(Place.class);

    /** A page: a record that its view reads. */
    void shows(Place place, Function<PlaceCall, Record> showing) {
        showings.put(place, showing);
    }

    /** A change: the address of the page that shows it, which ends where another parameter may follow. */
    void does(Place place, Function<PlaceCall, String> change) {
        answers(place, call -> new Outcome.Done(change.apply(call)));
    }

    /** A change that may end otherwise. */
    void answers(Place place, Function<PlaceCall, Outcome> change) {
        changes.put(place, change);
    }

    Record show(Place place, PlaceCall call) {
        return Objects.requireNonNull(showings.get(place), place.id()).apply(call);
    }

    Outcome carryOut(Place place, PlaceCall call) {
        return Objects.requireNonNull(changes.get(place), place.id()).apply(call);
    }

    /** Places of which no subject says anything. */
    Set<Place> missing() {
        Set<Place> missing = EnumSet.allOf(Place.class);
        missing.removeIf(place -> place.reads() ? showings.containsKey(place) : changes.containsKey(place));
        missing.removeIf(Place::isFile);
        return missing;
    }
}
