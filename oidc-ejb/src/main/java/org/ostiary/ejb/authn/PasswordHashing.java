package org.ostiary.ejb.authn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.random.SecureTokens;

/** The one hasher of this process, bounded as configured. */
@Dependent
public class PasswordHashing {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    @Produces
    @ApplicationScoped
    PasswordHasher hasher(ProviderConfig config, SecureTokens random, Meters meters) {
        return new PasswordHasher(
                config.passwordHashConcurrency(),
                LONGEST_WAIT,
                random::bytes,
                nanos -> meters.time("ostiary_password_hash", nanos));
    }
}
