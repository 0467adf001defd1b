package org.ostiary.it.http;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.RawHttp.RawAnswer;

/** The request ids of every error that a program was answered in this test run, directly or through a browser. */
public final class ErrorAnswers {
    private static final Pattern ID = Pattern.compile("(?im)^x-request-id: *(\\S+)");
    private static final Pattern REDIRECTED = Pattern.compile("(?im)^location: *\\S*[?&#]error=");
    private static final Set<String> IDS = ConcurrentHashMap.newKeySet();

    private ErrorAnswers() {}

    static void remember(Answer answer) {
        boolean redirected = answer.header("Location")
                .filter(to -> to.matches(".*[?&#]error=.*"))
                .isPresent();
        if (redirected || answer.body().startsWith("{\"error\":")) {
            answer.header("X-Request-Id").ifPresent(IDS::add);
        }
    }

    static void remember(RawAnswer answer) {
        Matcher id = ID.matcher(answer.head());
        boolean redirected = REDIRECTED.matcher(answer.head()).find();
        if ((redirected || answer.body().startsWith("{\"error\":")) && id.find()) {
            IDS.add(id.group(1));
        }
    }

    /** Those since this was last asked. */
    public static Set<String> drain() {
        Set<String> drained = new HashSet<>(IDS);
        IDS.removeAll(drained);
        return drained;
    }
}
