package org.ostiary.ejb.subject;

import java.util.regex.Pattern;
import org.ostiary.ejb.accounts.UnusableUsernameException;
import org.ostiary.ejb.accounts.UsernameKey;

/**
 * A subject identifier that somebody had elsewhere.
 *
 * @param usernameKey the form of the name that is compared
 * @param sector ours: {@code public}, or a host
 */
public record ImportedIdentifier(String username, String usernameKey, String sector, String sub) {

    /** As the text stands in tokens: applications compare it character by character. */
    private static final Pattern UUID_V4 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final Pattern SECTOR = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    /**
     * One that is well-formed.
     *
     * @throws IllegalArgumentException with what is wrong; it quotes no identifier
     */
    public static ImportedIdentifier of(String username, String sector, String sub) {
        if (!UUID_V4.matcher(sub).matches()) {
            throw new IllegalArgumentException("identifier must be a UUID of version 4 in small letters");
        }
        if (!SECTOR.matcher(sector).matches()) {
            throw new IllegalArgumentException("the sector must be a host");
        }
        try {
            return new ImportedIdentifier(username, UsernameKey.of(username), sector, sub);
        } catch (UnusableUsernameException unusable) {
            throw new IllegalArgumentException("the username " + unusable.getMessage(), unusable);
        }
    }
}
