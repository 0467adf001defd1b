package org.ostiary.ejb.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Says what is wrong with the configuration before a server is started, from the sources that exist without one.
 *
 * <p>Prints a line per mistake and per warning to the standard error; exits with 1 when there are mistakes.
 */
public final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /**
     * Checks the configuration of this process.
     *
     * @param arguments none are read
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(PlainSources.ofThisProcess(), out));
    }

    /** Returns the exit code. */
    static int run(PlainSources sources, PrintStream out) {
        ConfigurationReport report = report(sources.values(), sources.file());
        report.warnings().forEach(line -> out.println("warning: " + line));
        report.mistakes().forEach(line -> out.println("mistake: " + line));
        return report.mistakes().isEmpty() ? 0 : 1;
    }

    /** What the values, the operator's file and the machine come to together. */
    static ConfigurationReport report(ConfiguredValues values, OperatorProperties file) {
        // An unreadable file first: it may be why other keys are missing.
        return StartConditions.check(ConfigurationReader.read(values)).withMistakes(file.mistakes());
    }
}
