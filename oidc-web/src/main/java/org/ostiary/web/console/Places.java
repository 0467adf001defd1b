package org.ostiary.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All that the subjects show and do. A place that none of them knows stops the application from starting. */
@ApplicationScoped
public class Places {

    @Inject
    @Any
    Instance<Subject> subjects;

    private final PlaceTable table = new PlaceTable();

    @PostConstruct
    void fill() {
        subjects.forEach(subject -> subject.enter(table));
        if (!table.missing().isEmpty()) {
            throw new IllegalStateException("Places that do nothing: " + table.missing());
        }
    }

    /** What a page shows; a record that its view reads. */
    Record show(Place place, PlaceCall call) {
        return table.show(place, call);
    }

    /** Does what a form is for. */
    Outcome carryOut(Place place, PlaceCall call) {
        return table.carryOut(place, call);
    }
}
