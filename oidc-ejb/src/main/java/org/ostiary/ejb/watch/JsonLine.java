package org.ostiary.ejb.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.meter.CurrentRequest;

/** A line of the log as a JSON object, with the id of the request that the thread works for. Nothing in it begins another line. */
final class JsonLine extends Formatter {

    /** More than any line of ours has; what a stranger makes longer is cut. */
    private static final int LONGEST = 2_048;

    private static final int LONGEST_TRACE = 16_384;

    @Override
    public String format(LogRecord line) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("time", Instant.ofEpochMilli(line.getMillis()).toString());
        members.put("level", line.getLevel().getName());
        members.put("logger", String.valueOf(line.getLoggerName()));
        String request = CurrentRequest.id();
        if (!request.isEmpty()) {
            members.put("request", request);
        }
        members.put("message", cut(String.valueOf(formatMessage(line)), LONGEST));
        if (line.getThrown() != null) {
            StringWriter trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace));
            members.put("thrown", cut(trace.toString(), LONGEST_TRACE));
        }
        return JsonText.object(members) + "\n";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
