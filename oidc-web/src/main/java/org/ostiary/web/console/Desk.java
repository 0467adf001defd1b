package org.ostiary.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.door.PagesDoorService;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.web.http.Visit;

/** What the views of these pages share: who works here, what is shown, and how it is written. */
@Named
@RequestScoped
public class Desk {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Inject
    PagesDoorService door;

    @Inject
    Visit visit;

    private @Nullable Administrator administrator;
    private @Nullable Record model;
    private @Nullable String done;
    private @Nullable String token;

    /** Somebody was let in. */
    void open(Administrator admitted) {
        administrator = admitted;
    }

    /** This is what the view reads, and this was done just before. */
    void show(Record shown, @Nullable String doneBefore) {
        model = shown;
        done = doneBefore;
    }

    /** What the page shows. */
    public Record model() {
        return Objects.requireNonNull(model, "the door was passed");
    }

    /** Whether somebody was let in. */
    public boolean known() {
        return administrator != null;
    }

    /** What they may do. */
    public String role() {
        return administrator == null ? "" : ConsoleWords.of("role", administrator.role());
    }

    /** Whether they may change anything. */
    public boolean mayChange() {
        return administrator != null && administrator.role().covers(AdministrationRole.ADMIN);
    }

    /** Whether the account is their own. */
    public boolean own(String account) {
        return administrator != null && administrator.is(account);
    }

    /** The navigation. */
    public List<Section> sections() {
        return List.of(Section.values());
    }

    /** What was done just before, in words; empty for nothing. */
    public String done() {
        String key = "done." + done;
        return done != null && ConsoleWords.has(key) ? ConsoleWords.word(key) : "";
    }

    /** The token of the forms that this page shows: whichever is sent uses it up. */
    public String formToken() {
        if (token == null) {
            token = door.formToken(Objects.requireNonNullElse(visit.administration(), ""));
        }
        return token;
    }

    /** A moment (UTC); a dash for none. */
    public String when(@Nullable Instant moment) {
        return moment == null ? "–" : MOMENT.format(moment);
    }

    /** Something; a dash for nothing. */
    public String shown(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "–" : value.toString();
    }

    /** Some things beside each other. */
    public String list(Collection<String> values) {
        return values.isEmpty() ? "–" : String.join(", ", values);
    }

    /** A query of two parameters. */
    public String query(String name, String value, String other, String otherValue) {
        return FormEncoding.encode(Map.of(name, value)) + "&" + FormEncoding.encode(Map.of(other, otherValue));
    }

    /** The word for a constant. */
    public String name(String prefix, Enum<?> constant) {
        return ConsoleWords.of(prefix, constant);
    }

    /** The id under which the operator finds this request. */
    public String requestId() {
        return visit.facts().requestId();
    }
}
