package org.ostiary.ejb.mail;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way out for mail: the server's mail session, if it has one. */
public class MailRoute {

    private final Supplier<Optional<Session>> lookup;
    private volatile @Nullable Boolean there;

    /** For the proxy, which delegates and finds nothing itself. */
    protected MailRoute() {
        this(Optional::empty);
    }

    /** Asks {@code lookup} each time a mail is sent, so that a changed session counts without a restart. */
    public MailRoute(Supplier<Optional<Session>> lookup) {
        this.lookup = lookup;
    }

    /** Whether there is a session, as it was when this was first asked; one made later counts after a restart. */
    public boolean there() {
        Boolean known = there;
        if (known == null) {
            known = lookup.get().isPresent();
            there = known;
        }
        return known;
    }

    Optional<Session> session() {
        return lookup.get();
    }
}
