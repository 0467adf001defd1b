package org.ostiary.ejb.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is shown of their own account.
 *
 * @param email null when none is known
 * @param language a language tag (RFC 5646); null follows the browser
 * @param own whether the account is kept here, so that its owner may change it; else its source would change it back
 */
public record Profile(
        String username,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        List<String> groups,
        @Nullable String language,
        boolean own) {}
