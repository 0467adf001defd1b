package org.ostiary.persistence.consent;

/**
 * The names of what a person decides on, one by one: a scope by its name, a resource server as {@code aud:…}, a claim that
 * was asked for by name as {@code claim:…}.
 */
public final class ConsentItem {

    /** The scope that lets a grant outlive its login session (OIDC Core 1.0, section 11). */
    public static final String OFFLINE_ACCESS = "offline_access";

    private static final String AUDIENCE = "aud:";
    private static final String CLAIM = "claim:";

    private ConsentItem() {}

    /** The item of a resource server. */
    public static String ofAudience(String audience) {
        return AUDIENCE + audience;
    }

    /** The item of a single claim. */
    public static String ofClaim(String claim) {
        return CLAIM + claim;
    }

    public static boolean isAudience(String item) {
        return item.startsWith(AUDIENCE);
    }

    public static boolean isClaim(String item) {
        return item.startsWith(CLAIM);
    }

    public static boolean isScope(String item) {
        return !isAudience(item) && !isClaim(item);
    }

    /** The resource server, claim or scope of an item. */
    public static String nameOf(String item) {
        return isScope(item) ? item : item.substring(item.indexOf(':') + 1);
    }
}
