package org.ostiary.ejb.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.UsernameKey;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.config.RegulationMode;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.AddressBlock;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;

/**
 * Where a guess is counted. A name has its counter whether an account has that name or not; a device that the account's owner
 * has logged in with before has one of its own, so that what others guess elsewhere is nothing to it.
 */
@ApplicationScoped
public class Counters {

    @Inject
    KnownDevices devices;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    /** The counters, always in the same order, so that no two guesses wait for one another. */
    List<Counter> of(String username, @Nullable Account account, Visitor visitor) {
        String device = account == null
                ? null
                : devices.find(visitor.deviceCookie(), account.id()).orElse(null);
        if (account != null && device != null) {
            return List.of(new Counter(Counter.Kind.DEVICE, hash("device", account.id() + "\n" + device)));
        }
        List<Counter> counters = new ArrayList<>();
        if (config.regulation().modes().contains(RegulationMode.IP)) {
            String block = AddressBlock.of(visitor.facts().ip());
            counters.add(new Counter(Counter.Kind.ADDRESS, hash("address", block)));
        }
        if (config.regulation().modes().contains(RegulationMode.USER)) {
            counters.add(ofName(username));
        }
        return counters;
    }

    /** The counter of a name, however it is written, and also where only a directory takes no notice of a difference. */
    Counter ofName(String username) {
        String name = UsernameKey.find(username).map(Counters::bare).orElse(username);
        return new Counter(Counter.Kind.NAME, hash("name", name));
    }

    /** Without accents and blanks. */
    private static String bare(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\s]", "");
    }

    private String hash(String kind, String what) {
        return hashes.hash("guesses\n" + kind + "\n" + what);
    }
}
