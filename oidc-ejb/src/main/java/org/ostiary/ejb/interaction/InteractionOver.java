package org.ostiary.ejb.interaction;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.authorize.Display;

/** A page was opened whose interaction can't go on; the person can start again where they came from. */
@ApplicationException(rollback = true)
public final class InteractionOver extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String startAgain;
    private final Display display;

    InteractionOver(Rule rule, String description, @Nullable String startAgain, Display display) {
        super(OAuthErrorCode.INVALID_REQUEST, rule, description);
        this.startAgain = startAgain;
        this.display = display;
    }

    InteractionOver(Rule rule, String description) {
        this(rule, description, null, Display.PAGE);
    }

    @Override
    public InteractionOver concerning(String knownClientId) {
        super.concerning(knownClientId);
        return this;
    }

    /** Where a person can begin anew (OIDC Core 1.0, section 4); null when that is not known. */
    public @Nullable String startAgain() {
        return startAgain;
    }

    /** How the client wanted the pages of the interaction to look; as a page where the interaction is not known. */
    public Display display() {
        return display;
    }
}
