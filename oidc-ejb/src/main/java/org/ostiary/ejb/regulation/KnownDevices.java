package org.ostiary.ejb.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;

/**
 * The cookie by which a browser is known again that an account was logged in with. It names no account and opens nothing: it
 * only counts wrong passwords apart. For each account it has a random name, an end, and our mark on both.
 */
@ApplicationScoped
public class KnownDevices {

    /** How long a browser is known without being used. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final int MOST_ACCOUNTS = 5;
    private static final String BETWEEN_ENTRIES = "~";
    private static final String ENTRY = "[A-Za-z0-9_-]{43}\\.[0-9]{10}\\.[A-Za-z0-9_-]{43}";
    private static final int LONGEST = 1000;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    Clock clock;

    /** The name of the device, if the cookie says that the account was logged in with it. */
    Optional<String> find(@Nullable String cookie, String accountId) {
        return entries(cookie)
                .filter(entry -> isOf(entry, accountId))
                .map(entry -> entry.substring(0, entry.indexOf('.')))
                .findFirst();
    }

    /** The cookie after a login of the account: the device keeps its name, and is known for another year. */
    public String remember(@Nullable String cookie, String accountId) {
        String device = find(cookie, accountId).orElseGet(() -> random.handle(""));
        long end = clock.instant().plus(LIFETIME).getEpochSecond();
        String entry = device + "." + end + "." + mark(accountId, device, end);
        return Stream.concat(Stream.of(entry), entries(cookie).filter(other -> !isOf(other, accountId)))
                .limit(MOST_ACCOUNTS)
                .reduce((left, right) -> left + BETWEEN_ENTRIES + right)
                .orElseThrow();
    }

    private Stream<String> entries(@Nullable String cookie) {
        if (cookie == null || cookie.length() > LONGEST) {
            return Stream.empty();
        }
        return Stream.of(cookie.split(BETWEEN_ENTRIES, -1))
                .filter(entry ->
                        entry.matches(ENTRY) && end(entry) > clock.instant().getEpochSecond());
    }

    private boolean isOf(String entry, String accountId) {
        String[] parts = entry.split("\\.", -1);
        return hashes.equal(mark(accountId, parts[0], end(entry)), parts[2]);
    }

    private static long end(String entry) {
        return Long.parseLong(entry.split("\\.", -1)[1]);
    }

    private String mark(String accountId, String device, long end) {
        return hashes.mark("known device\n" + accountId + "\n" + device + "\n" + end);
    }
}
