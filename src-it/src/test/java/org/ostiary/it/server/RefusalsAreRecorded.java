package org.ostiary.it.server;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ostiary.it.http.ErrorAnswers;

/**
 * After every test class: each error that a program was answered can be looked up by its request id, and says which rule of
 * which section was broken. Registered for all classes in {@code META-INF/services}.
 */
public final class RefusalsAreRecorded implements AfterAllCallback {
    private static final Pattern RECORD =
            Pattern.compile("Refused request (\\S+): [^\\n]*, rule [a-z0-9-]+ \\([^)\\n]+section[^)\\n]*\\)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        Set<String> missing = ErrorAnswers.drain();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!missing.isEmpty()) {
            missing.removeAll(recorded());
            if (!missing.isEmpty() && Instant.now().isAfter(deadline)) {
                throw new AssertionError("No refusal is recorded of the requests " + missing);
            }
            if (!missing.isEmpty()) {
                Thread.sleep(200);
            }
        }
    }

    private static Set<String> recorded() {
        Set<String> ids = new HashSet<>();
        for (String log : Servers.logs()) {
            Matcher record = RECORD.matcher(log);
            while (record.find()) {
                ids.add(record.group(1));
            }
        }
        return ids;
    }
}
