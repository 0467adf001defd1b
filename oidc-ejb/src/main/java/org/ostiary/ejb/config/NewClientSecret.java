package org.ostiary.ejb.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.random.SecureTokens;

/**
 * Makes a client secret: prints it once, for the client, and what the configuration holds instead of it. Nothing is stored and
 * nothing is written to a log, so whoever loses it makes another.
 */
public final class NewClientSecret {

    private static final String FOR_SIGNING = "client_secret_jwt";
    private static final String USAGE = "usage: NewClientSecret <client_id> [" + FOR_SIGNING + "]";

    private NewClientSecret() {}

    /**
     * Makes one.
     *
     * @param arguments the client identifier, and {@code client_secret_jwt} for a client that signs with its secret
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, new SecureTokens(), out, err));
    }

    /** Returns the exit code: 2 for arguments that are none. */
    static int run(String[] arguments, SecureTokens random, PrintStream out, PrintStream err) {
        boolean signing = arguments.length == 2 && arguments[1].equals(FOR_SIGNING);
        if (arguments.length != 1 && !signing) {
            err.println(USAGE);
            return 2;
        }
        String refusal = ClientId.refusal(arguments[0]).orElse(null);
        if (refusal != null) {
            err.println(refusal);
            return 2;
        }
        String secret = random.handle("");
        out.println("The secret, for the client; it is shown this once:");
        out.println(secret);
        out.println(
                signing
                        ? "For the configuration, which must keep it because the client signs with it:"
                        : "For the configuration:");
        out.println(ClientOption.CLIENT_SECRET.key(arguments[0]).name() + "=" + configured(secret, signing, random));
        return 0;
    }

    private static String configured(String secret, boolean signing, SecureTokens random) {
        return signing
                ? ClientSecretText.PLAIN + secret
                : new PasswordHasher(1, Duration.ZERO, random::bytes).hash(secret);
    }
}
