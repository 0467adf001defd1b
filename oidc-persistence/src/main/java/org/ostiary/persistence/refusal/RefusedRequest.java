package org.ostiary.persistence.refusal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request that was refused, and the rule it broke. Never holds a secret; texts that do not fit are cut. */
@Entity
@Table(name = "refusal")
public class RefusedRequest {

    @Id
    @Column(name = "request_id")
    private String requestId;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "client_id")
    private @Nullable String clientId;

    @Column(name = "error")
    private String error;

    @Column(name = "rule")
    private String rule;

    @Column(name = "section")
    private String section;

    @Column(name = "description")
    private String description;

    @Column(name = "parameter")
    private @Nullable String parameter;

    @Column(name = "got")
    private @Nullable String got;

    @Column(name = "expected")
    private @Nullable String expected;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RefusedRequest() {}

    /** A request that was refused with {@code error} because it broke {@code rule} of that section. */
    public RefusedRequest(
            String requestId,
            Instant happenedAt,
            @Nullable String clientId,
            String error,
            String rule,
            String section,
            String description) {
        this.requestId = requestId;
        this.happenedAt = happenedAt;
        this.clientId = clientId;
        this.error = error;
        this.rule = cut(rule, 60);
        this.section = cut(section, 200);
        this.description = cut(description, 1000);
    }

    /** Adds what was looked at. */
    public void show(String shownParameter, String shownGot, String shownExpected) {
        parameter = cut(shownParameter, 60);
        got = cut(shownGot, 100);
        expected = cut(shownExpected, 200);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    public String requestId() {
        return requestId;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    /** Null when it was no known client's, or did not say whose it was. */
    public @Nullable String clientId() {
        return clientId;
    }

    public String error() {
        return error;
    }

    public String rule() {
        return rule;
    }

    public String section() {
        return section;
    }

    public String description() {
        return description;
    }

    /** Null when the description says it all; then so are {@link #got} and {@link #expected}. */
    public @Nullable String parameter() {
        return parameter;
    }

    public @Nullable String got() {
        return got;
    }

    public @Nullable String expected() {
        return expected;
    }
}
