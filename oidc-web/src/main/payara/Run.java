import fish.payara.micro.PayaraMicro;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What {@code ./mvnw -Prun package} starts: checks the configuration, then serves until it is stopped.
 *
 * <p>Ends with 1 when the configuration is wrong, before any port is open, or when the deployment fails: Payara Micro alone
 * would stay and answer 404.
 */
class Run {

    private static final int FAILED = 1;

    /** Set by Ostiary to what an operator can mend. */
    private static final String REFUSED = "ostiary.start.refused";

    /**
     * Arguments: a file of the {@code oidc.*} properties that Maven was given, the class path of the configuration check,
     * the port, then what Payara Micro is told.
     */
    public static void main(String[] arguments) throws Exception {
        useSettings(Path.of(arguments[0]));
        useLocalIssuer(arguments[2]);
        requireFreePort(Integer.parseInt(arguments[2]));
        if (configurationCheck(arguments[1]) != 0) {
            System.exit(FAILED);
        }
        endWithParent();
        PrintStream console = System.err;
        System.setOut(untilRefused(System.out));
        System.setErr(untilRefused(System.err));
        PayaraMicro.main(Arrays.copyOfRange(arguments, 3, arguments.length));
        if (!isAlive(arguments[2])) {
            console.println("Ostiary did not start: " + System.getProperty(REFUSED, "the reason stands above."));
            System.exit(FAILED);
        }
    }

    /** Payara prints a failed deployment in hundreds of lines. Once Ostiary has given the reason in one, they help nobody. */
    private static PrintStream untilRefused(PrintStream console) {
        return new PrintStream(
                new FilterOutputStream(console) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        if (System.getProperty(REFUSED) == null) {
                            out.write(bytes, from, length);
                        }
                    }
                },
                true,
                Charset.forName(System.getProperty("native.encoding", "UTF-8")));
    }

    /** Payara Micro would end with 0, as if all were well. */
    private static void requireFreePort(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (BindException e) {
            System.err.println("mistake: port " + port + " is in use: stop what listens there, or choose one by -Drun.port=");
            System.exit(FAILED);
        }
    }

    /** Asked once the server has deployed what it could: it lists an application that failed among the deployed ones. */
    private static boolean isAlive(String port) throws InterruptedException {
        URI live = URI.create("http://127.0.0.1:" + port + "/health/live");
        HttpRequest request = HttpRequest.newBuilder(live).timeout(Duration.ofSeconds(30)).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void useSettings(Path file) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        settings.stringPropertyNames().forEach(key -> System.setProperty(key, settings.getProperty(key)));
    }

    /** Where the operator names no issuer, it is this machine. */
    private static void useLocalIssuer(String port) throws IOException {
        List<String> variables = List.of("OIDC_ISSUER", "oidc_issuer", "oidc.issuer");
        boolean named = System.getProperties().containsKey("oidc.issuer")
                || variables.stream().anyMatch(System.getenv()::containsKey)
                || operatorsFile().containsKey("oidc.issuer");
        if (!named) {
            System.setProperty("oidc.issuer", "http://localhost:" + port);
        }
    }

    /** Empty when there is none; the configuration check says what is wrong with one that cannot be read. */
    private static Properties operatorsFile() throws IOException {
        Properties properties = new Properties();
        String name = System.getProperty("oidc.config", System.getenv().getOrDefault("OIDC_CONFIG", ""));
        if (!name.isEmpty() && Files.isReadable(Path.of(name)) && Files.isRegularFile(Path.of(name))) {
            try (Reader reader = Files.newBufferedReader(Path.of(name))) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static int configurationCheck(String classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith("oidc."))
                .forEach(key -> command.add("-D" + key + "=" + System.getProperty(key)));
        command.addAll(List.of("-cp", classPath, "org.ostiary.ejb.config.ConfigurationCheck"));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** When Maven is stopped, by whatever means, the server it started stops too. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(FAILED)));
    }
}
