package org.ostiary.it.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.RawHttp.RawAnswer;

/** Every error that somebody was answered, to a program, to a person, or through a browser: what it was, by its request id. */
public final class ErrorAnswers {
    private static final ErrorAnswers OF_THIS_RUN = new ErrorAnswers();
    private static final Pattern ID = Pattern.compile("(?im)^x-request-id: *(\\S+)");
    private static final Pattern REDIRECTED = Pattern.compile("(?im)^location: *\\S*[?&#]error=");
    private static final Pattern POSTED = Pattern.compile("<input type=\"hidden\" name=\"error\" ");
    private static final int ERROR = 400;

    private final Map<String, String> byId = new ConcurrentHashMap<>();

    /** Those of all that this test run asked. */
    public static ErrorAnswers ofThisRun() {
        return OF_THIS_RUN;
    }

    /** Remembers the answer if it is an error; one that has a body but no id too, since nobody could look it up. */
    public void remember(Answer answer) {
        boolean redirected = answer.header("Location")
                .filter(to -> to.matches(".*[?&#]error=.*"))
                .isPresent();
        if (redirected || isError(answer.status(), answer.body())) {
            String what = answer.status() + " from " + answer.uri();
            String id = answer.header("X-Request-Id").orElse("without an id: " + what);
            if (!refusedByTheServerItself(answer)) {
                byId.put(id, what);
            }
        }
    }

    /** The same for one that was read from a socket; what the server itself refuses, before any application, has no id. */
    public void remember(RawAnswer answer) {
        Matcher id = ID.matcher(answer.head());
        boolean redirected = REDIRECTED.matcher(answer.head()).find();
        if (id.find() && (redirected || isError(answer.status(), answer.body()))) {
            byId.put(id.group(1), String.valueOf(answer.status()));
        }
    }

    /** Before any application sees it, for example TRACE: a status, and neither id nor body. */
    private static boolean refusedByTheServerItself(Answer answer) {
        return answer.header("X-Request-Id").isEmpty() && answer.body().isEmpty();
    }

    private static boolean isError(int status, String body) {
        return status >= ERROR || POSTED.matcher(body).find();
    }

    /** Those since this was last asked. */
    public Map<String, String> drain() {
        Map<String, String> drained = new HashMap<>(byId);
        byId.keySet().removeAll(drained.keySet());
        return drained;
    }
}
