package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A domain of Payara Server: a copy of the distribution's first domain with free ports, every listener on loopback, no
 * Hazelcast, and the configuration as JVM options.
 */
record PayaraDomain(Path directory, int adminPort) {
    private static final List<String> OTHER_PORTS =
            List.of("8181", "3700", "3820", "3920", "8686", "7676", "6666", "9009");

    static PayaraDomain create(Path directory, int httpPort, ServerHome home, Map<String, String> configuration) {
        try {
            copy(Artefacts.payaraServer().resolve("glassfish/domains/domain1"), directory);
            Iterator<Integer> free = Ports.free(OTHER_PORTS.size() + 1).iterator();
            int adminPort = free.next();
            Path file = directory.resolve("config/domain.xml");
            String xml = Files.readString(file);
            // Only the part before the template for further instances describes this server.
            int end = xml.indexOf("<config name=\"default-config\"");
            String own = withPort(xml.substring(0, end), "8080", httpPort);
            own = withPort(own, "4848", adminPort);
            for (String port : OTHER_PORTS) {
                own = withPort(own, port, free.next());
            }
            own = own.replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                    .replace("<network-listener port", "<network-listener address=\"127.0.0.1\" port")
                    .replace(
                            "<hazelcast-config-specific-configuration>",
                            "<hazelcast-config-specific-configuration enabled=\"false\">");
            own = withOptions(own, home, configuration);
            Files.writeString(file, own + xml.substring(end));
            keepTheLogInOneFile(directory.resolve("config/logging.properties"));
            return new PayaraDomain(directory, adminPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests read the log on from where they stopped. */
    private static void keepTheLogInOneFile(Path logging) throws IOException {
        String properties = Files.readString(logging);
        Files.writeString(logging, properties.replaceAll("(GFFileHandler.rotationLimitInBytes)=[0-9]+", "$1=0"));
    }

    private static String withPort(String xml, String usual, int port) {
        return xml.replace("\"" + usual + "\"", "\"" + port + "\"")
                .replace("=" + usual + "<", "=" + port + "<")
                .replace("=" + usual + "\"", "=" + port + "\"");
    }

    private static String withOptions(String xml, ServerHome home, Map<String, String> configuration) {
        StringBuilder options = new StringBuilder(option("-XX:TieredStopAtLevel=1"));
        options.append(option("-Djava.io.tmpdir=" + home.temporary()));
        configuration.forEach((key, value) -> options.append(option("-D" + key + "=" + value)));
        String first = "<jvm-options>-server</jvm-options>";
        return xml.replace(first, first + options);
    }

    private static String option(String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<jvm-options>" + escaped + "</jvm-options>";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
