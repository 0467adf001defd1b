package org.ostiary.ejb.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ostiary.ejb.protocol.lint.LintGrade;
import org.ostiary.ejb.protocol.lint.LintReport;

/**
 * Grades the configured clients by RFC 9700 without a server, for a pipeline. Prints a line for each client and each finding; exits
 * with 1 when a client is worse than is let, and with 2 when the configuration cannot be read.
 */
public final class ClientLint {

    private static final int TOO_BAD = 1;
    private static final int UNREADABLE = 2;

    private ClientLint() {}

    /**
     * Grades the clients of the configuration of this process.
     *
     * @param arguments the worst grade that is let, {@code A}, {@code B} or {@code C}; {@code C} when there is none
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(PlainSources.ofThisProcess(), arguments.length == 0 ? "C" : arguments[0], out));
    }

    /** Returns the exit code. */
    static int run(PlainSources sources, String worstLet, PrintStream out) {
        if (!List.of("A", "B", "C").contains(worstLet)) {
            out.println("mistake: the grade must be A, B or C, not " + worstLet);
            return UNREADABLE;
        }
        ProviderConfig config = ConfigurationReader.read(sources.values()).config();
        if (config == null || !sources.file().mistakes().isEmpty()) {
            out.println(
                    "mistake: the configuration is not right; org.ostiary.ejb.config.ConfigurationCheck says what is wrong");
            return UNREADABLE;
        }
        boolean tooBad = false;
        for (ConfiguredClient each : config.clients()) {
            if (BuiltInClients.has(each.client().clientId())) {
                continue;
            }
            LintReport report = LintReport.of(each.client());
            print(report, out);
            tooBad |= report.grade().worseThan(LintGrade.valueOf(worstLet));
        }
        return tooBad ? TOO_BAD : 0;
    }

    private static void print(LintReport report, PrintStream out) {
        out.println(report.grade() + " " + report.clientId());
        report.findings()
                .forEach(rule -> out.println(
                        "  " + rule.grade() + " " + rule.id() + " (" + rule.section() + "): " + rule.fix()));
    }
}
