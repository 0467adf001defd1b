package org.ostiary.it.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** Single steps of an application built on oauth4webapi, {@code steps.mjs}, each a run of Node. */
final class Steps {
    private static final long LONGEST_SECONDS = 60;

    private Steps() {}

    /** Runs a step; what it answers, an {@code error} member when the library refused something. */
    static Map<String, Object> run(String step, Map<String, Object> input) {
        Path directory = TestTools.directory("openid-client");
        try {
            Process process = new ProcessBuilder("node", "steps.mjs", step)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(JsonUtil.toJson(input).getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The step " + step + " does not end");
            }
            return JsonUtil.parseJson(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (JoseException e) {
            throw new AssertionError("The step " + step + " answered no JSON", e);
        }
    }
}
