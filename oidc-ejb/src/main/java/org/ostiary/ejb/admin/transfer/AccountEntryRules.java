package org.ostiary.ejb.admin.transfer;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.password.MalformedDigestException;
import org.ostiary.ejb.password.PasswordDigest;
import org.ostiary.persistence.account.Account;

/** What an account of a document must be like, so that it could have been made here. */
final class AccountEntryRules {

    private static final Set<String> ORIGINS = Set.of("setup", Account.SELF_MADE);
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,200}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+");
    private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_GROUPS = 20_000;
    private static final int LONGEST_CLAIMS = 20_000;
    private static final int LONGEST_LANGUAGE = 35;

    private AccountEntryRules() {}

    /** What is wrong; empty for nothing. */
    static Optional<String> refusal(AccountEntry entry) {
        if (UsernameKey.find(entry.username()).isEmpty()) {
            return Optional.of("the username cannot be one");
        }
        if (!ORIGINS.contains(entry.origin())) {
            return Optional.of("the origin must be one of: " + String.join(", ", ORIGINS));
        }
        if (!NAME.matcher(entry.displayName()).matches()) {
            return Optional.of("the display name must have 1 to 200 characters, and none that controls");
        }
        return refusalOfEmail(entry).or(() -> refusalOfTheRest(entry));
    }

    private static Optional<String> refusalOfEmail(AccountEntry entry) {
        @Nullable String email = entry.email();
        if (email == null) {
            return entry.emailVerified() ? Optional.of("there is no email that could be verified") : Optional.empty();
        }
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches()
                ? Optional.empty()
                : Optional.of("the email is no address");
    }

    private static Optional<String> refusalOfTheRest(AccountEntry entry) {
        if (String.join("\n", entry.groups()).length() > LONGEST_GROUPS
                || !entry.groups().stream()
                        .allMatch(group -> GROUP.matcher(group).matches())) {
            return Optional.of("the groups must be names of 1 to 100 characters, and none that controls");
        }
        @Nullable String language = entry.language();
        if (language != null
                && (language.length() > LONGEST_LANGUAGE
                        || !LANGUAGE.matcher(language).matches())) {
            return Optional.of("the language must be a language tag");
        }
        @Nullable String claims = entry.claims();
        if (claims != null && (claims.length() > LONGEST_CLAIMS || !BoundedJson.isObject(claims))) {
            return Optional.of("the claims must be the text of a JSON object");
        }
        return refusalOfPassword(entry.password());
    }

    private static Optional<String> refusalOfPassword(@Nullable String password) {
        try {
            if (password != null) {
                PasswordDigest.parse(password);
            }
            return Optional.empty();
        } catch (MalformedDigestException malformed) {
            return Optional.of("the password must be a digest; this one " + malformed.reason());
        }
    }
}
