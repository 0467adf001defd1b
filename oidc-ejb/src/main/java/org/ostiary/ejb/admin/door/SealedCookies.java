package org.ostiary.ejb.admin.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.ejb.secret.WrongMasterKeyException;

/**
 * Texts that only this provider can read, as a cookie may hold them. Each is sealed for one cookie, so that none is taken for
 * another, and what is in it is of no use to who reads the cookie.
 */
@ApplicationScoped
class SealedCookies {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @Inject
    Sealing sealing;

    String seal(String cookie, String text) {
        return ENCODER.encodeToString(Base64.getDecoder().decode(sealing.seal(place(cookie), text)));
    }

    /** Empty for none, and for one that was not sealed here for this cookie. */
    Optional<String> open(String cookie, @Nullable String sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            String stored =
                    Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(sealed));
            return Optional.of(sealing.open(place(cookie), stored));
        } catch (WrongMasterKeyException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String place(String cookie) {
        return "cookie/" + cookie;
    }
}
