package org.ostiary.web.error;

import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.Rule;

/** A problem as programs of administrators read it (RFC 9457, section 3). */
public final class ProblemJson {

    /** The media type. */
    public static final String TYPE = "application/problem+json";

    private ProblemJson() {}

    /**
     * A problem with the rule that was broken.
     *
     * @param rule null where only the status is known
     * @param mistakes every single one, where there may be several; else none
     */
    public static String of(int status, @Nullable Rule rule, String detail, List<String> mistakes, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        Status known = Status.fromStatusCode(status);
        members.put("title", known == null ? "Error" : known.getReasonPhrase());
        members.put("status", status);
        members.put("detail", detail);
        if (rule != null) {
            members.put("rule", rule.id());
            members.put("section", rule.section());
        }
        if (!mistakes.isEmpty()) {
            members.put("mistakes", mistakes);
        }
        members.put("request_id", requestId);
        return JsonText.object(members);
    }
}
