package org.ostiary.it.server;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The accounts of {@code it/users.yml}, which servers with {@link ServerSettings#standard()} import. */
public final class TestAccounts {
    /** Has a mail address and the groups dev and staff. */
    public static final TestAccount ALICE = new TestAccount("alice", "correct horse alice");
    /** Has a mail address and no groups. */
    public static final TestAccount BOB = new TestAccount("bob", "battery staple bob");
    /** Has a second factor as soon as a journey enrolled it; everything else is like bob's. */
    public static final TestAccount ERIN = new TestAccount("erin", "second thought erin");
    /** Has no second factor, and should never get one. */
    public static final TestAccount DAVE = new TestAccount("dave", "single handed dave");
    /** Enrols a security key in a browser. */
    public static final TestAccount FRANK = new TestAccount("frank", "frank talk frank");
    /** Manages second factors in a browser. */
    public static final TestAccount GRACE = new TestAccount("grace", "grace under pressure");
    /** Enrols an authenticator app in a browser. */
    public static final TestAccount HEIDI = new TestAccount("heidi", "heidi in the hills");
    /** Is disabled. */
    public static final TestAccount CAROL = new TestAccount("carol", "paper clip carol");

    private TestAccounts() {}

    /** The file of accounts. */
    public static Path file() {
        try {
            return Path.of(Objects.requireNonNull(TestAccounts.class.getResource("/it/users.yml"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A person of the tests. */
    public record TestAccount(String username, String password) {}
}
