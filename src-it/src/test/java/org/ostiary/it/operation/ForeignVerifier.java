package org.ostiary.it.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.ostiary.it.clients.TestTools;
import org.ostiary.it.server.OstiaryServer;

/** The program {@code verifier.mjs}: two libraries of another language verify what it is given, with key sets kept as long as may be. */
final class ForeignVerifier {
    private final Process process;
    private final Writer tokens;

    ForeignVerifier(OstiaryServer issuer, List<Integer> ports) {
        Path script = TestTools.directory("openid-client").resolve("verifier.mjs");
        List<String> command = new ArrayList<>(List.of("node", script.toString(), "localhost:" + issuer.port()));
        ports.forEach(port -> command.add(Integer.toString(port)));
        try {
            // Beside the packages, where Node looks for them.
            Files.write(script, Files.readAllBytes(TestTools.resource("verifier/verifier.mjs")));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tokens = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    }

    synchronized void verify(String token) {
        try {
            tokens.write(token + "\n");
            tokens.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all is verified: the members {@code verified}, {@code failed} and {@code first}. */
    Map<String, Object> verdict() throws IOException, InterruptedException {
        tokens.close();
        String line = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        try {
            return JsonUtil.parseJson(line);
        } catch (JoseException e) {
            throw new IllegalStateException("The verifier said: " + line, e);
        }
    }
}
