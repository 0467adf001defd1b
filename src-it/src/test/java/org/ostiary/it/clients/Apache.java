package org.ostiary.it.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Debian's Apache with mod_auth_openidc, as a process with a configuration, a directory and ports of its own. Each
 * {@link Host} protects the same page with another client registration.
 */
final class Apache implements AutoCloseable {
    private static final String PAGE = "protected/index.shtml";
    private static final String MODULES = "/usr/lib/apache2/modules";

    private final ForeignProgram program;

    private Apache(ForeignProgram program) {
        this.program = program;
    }

    /** One virtual host: a port on 127.0.0.1, and the client that {@code clientId.conf} configures. */
    record Host(String clientId, int port) {
        URI page() {
            return URI.create("http://127.0.0.1:" + port + "/" + PAGE);
        }

        String redirectUri() {
            return "http://127.0.0.1:" + port + "/protected/redirect_uri";
        }

        private String portDefinition() {
            return clientId.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + "_PORT";
        }
    }

    /**
     * Starts it with these hosts.
     *
     * @param pages an empty directory that every user of the machine can reach: where root starts Apache, another user
     *     serves the pages, who may not enter the build's directories
     */
    static Apache start(URI issuer, Path pages, List<Host> hosts) {
        Path directory = TestTools.directory("apache");
        publish(pages);
        Map<String, String> definitions = new TreeMap<>();
        definitions.put("DIRECTORY", directory.toString());
        definitions.put("MODULES", MODULES);
        definitions.put("PAGES", pages.toString());
        definitions.put("CLIENTS", TestTools.resource("apache").toString());
        definitions.put("ISSUER", issuer.toString());
        definitions.put("SECRET", Registration.SECRET);
        definitions.put("PASSPHRASE", "a passphrase of the tests");
        hosts.forEach(host -> definitions.put(host.portDefinition(), Integer.toString(host.port())));

        ForeignProgram program = ForeignProgram.start(directory, command(definitions));
        hosts.forEach(host -> program.awaitListening(host.port()));
        return new Apache(program);
    }

    private static List<String> command(Map<String, String> definitions) {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/apache2", "-D", "FOREGROUND"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-D", "RUNS_AS_ROOT"));
        }
        definitions.forEach((name, value) -> command.addAll(List.of("-C", "Define " + name + " \"" + value + "\"")));
        command.addAll(List.of("-f", TestTools.resource("apache/httpd.conf").toString()));
        return command;
    }

    private static void publish(Path pages) {
        try {
            Path page = pages.resolve(PAGE);
            Files.createDirectories(page.getParent());
            Files.copy(TestTools.resource("apache/pages/" + PAGE), page, StandardCopyOption.REPLACE_EXISTING);
            for (Path directory : List.of(pages, page.getParent())) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
