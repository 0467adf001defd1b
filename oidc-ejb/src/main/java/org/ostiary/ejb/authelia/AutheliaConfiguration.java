package org.ostiary.ejb.authelia;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.ostiary.ejb.yaml.SafeYaml;
import org.ostiary.ejb.yaml.UnsafeYamlException;

/**
 * Takes the OpenID Connect part of a {@code configuration.yml} of Authelia over into a properties file of ours. Prints the file to the
 * standard output, or writes it where nothing is yet, and the report to the standard error.
 */
public final class AutheliaConfiguration {

    private static final int INCOMPLETE = 1;
    private static final int UNREADABLE = 2;
    private static final String USAGE = "usage: AutheliaConfiguration <configuration.yml> [<ostiary.properties>]";

    private AutheliaConfiguration() {}

    /**
     * Takes it over.
     *
     * @param arguments the file to read, and a new file to write; without it the standard output is written to
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    /** Returns the exit code: 0 when nothing was lost, 1 when something was, 2 when a file could not be read or written. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length < 1 || arguments.length > 2) {
            err.println(USAGE);
            return UNREADABLE;
        }
        try {
            Translation translation = Translation.of(SafeYaml.spelledOut(SafeYaml.read(Path.of(arguments[0]))));
            translation.report().forEach(err::println);
            if (arguments.length == 1) {
                out.print(translation.properties());
            } else {
                write(Path.of(arguments[1]), translation.properties());
            }
            return translation.complete() ? 0 : INCOMPLETE;
        } catch (UnsafeYamlException unreadable) {
            err.println("mistake: " + unreadable.getMessage()
                    + ". A file with templates or several files are made one first, by: authelia config template");
            return UNREADABLE;
        } catch (IOException unwritable) {
            err.println("mistake: the file could not be written, or is there already: " + unwritable.getMessage());
            return UNREADABLE;
        }
    }

    /** It may hold secrets, so nobody else may read it at any time. */
    private static void write(Path file, String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
