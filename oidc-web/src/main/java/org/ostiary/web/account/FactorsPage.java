package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.FactorService;
import org.ostiary.ejb.factor.Factors;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Texts;

/** Shows people what they sign in with besides their password. */
@Named
@RequestScoped
public class FactorsPage {
    static final String PATH = "/account/factors";

    @Inject
    FactorService factors;

    @Inject
    Visit visit;

    private String done = "";
    private List<FactorLine> lines = List.of();
    private long codesLeft;

    /** Shows the list; it has no form. */
    public void answer() {
        Factors own = factors.factors(visit.visitor());
        lines = own.factors().stream().map(FactorLine::of).toList();
        codesLeft = own.recoveryCodesLeft();
    }

    /** The factors, the oldest first of each kind. */
    public List<FactorLine> lines() {
        return lines;
    }

    /** How many recovery codes still work, in words. */
    public String codesLeft() {
        return Texts.text("factors.codes.left", codesLeft);
    }

    /** The key of what was done just now; null for nothing. */
    public @Nullable String doneText() {
        return switch (done) {
            case "enrolled" -> "factors.done.enrolled";
            case "renamed" -> "factors.done.renamed";
            case "removed" -> "factors.done.removed";
            default -> null;
        };
    }

    public String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = Objects.requireNonNullElse(done, "");
    }
}
