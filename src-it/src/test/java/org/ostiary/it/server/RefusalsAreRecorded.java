package org.ostiary.it.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ostiary.it.http.ErrorAnswers;

/**
 * After every test class: each error that was answered can be looked up by its request id, and says which rule of which
 * section was broken. Registered for all classes in {@code META-INF/services}.
 */
public final class RefusalsAreRecorded implements AfterAllCallback {
    private static final RecordedRefusals OF_THIS_RUN = new RecordedRefusals(Servers::logs);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ErrorAnswers answers;
    private final RecordedRefusals records;
    private final Duration patience;

    /** For JUnit. */
    public RefusalsAreRecorded() {
        this(ErrorAnswers.ofThisRun(), OF_THIS_RUN, PATIENCE);
    }

    RefusalsAreRecorded(ErrorAnswers answers, RecordedRefusals records, Duration patience) {
        this.answers = answers;
        this.records = records;
        this.patience = patience;
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        requireRecords();
    }

    /** Fails when an answer of those since the last call has no record, after waiting for the log. */
    void requireRecords() throws InterruptedException {
        Map<String, String> missing = answers.drain();
        Instant deadline = Instant.now().plus(patience);
        while (!missing.isEmpty()) {
            missing.keySet().removeAll(records.ids());
            if (!missing.isEmpty() && Instant.now().isAfter(deadline)) {
                throw new AssertionError("No refusal is recorded of " + missing.size() + " requests: " + missing);
            }
            if (!missing.isEmpty()) {
                Thread.sleep(200);
            }
        }
    }
}
