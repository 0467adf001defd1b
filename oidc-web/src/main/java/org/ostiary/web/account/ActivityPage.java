package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.ActivityService;
import org.ostiary.ejb.account.ActivityView;
import org.ostiary.web.http.Visit;

/** Tells people what happened to their account. */
@Named
@RequestScoped
public class ActivityPage {
    @Inject
    ActivityService activity;

    @Inject
    Visit visit;

    private @Nullable String after;
    private ActivityView view = new ActivityView(List.of(), null);

    /** Shows a page of it. */
    public void answer() {
        view = activity.of(after, visit.visitor());
    }

    /** A line for each thing that happened, the latest first. */
    public List<ActivityLine> lines() {
        return view.entries().stream().map(ActivityLine::of).toList();
    }

    /** The name of the next page; null when there is none. */
    public @Nullable String next() {
        return view.next();
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
