package org.ostiary.ejb.protocol;

import jakarta.ejb.ApplicationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that is shown to whoever asked: as JSON by the protocol endpoints, as a page by those a browser visits.
 *
 * <p>The description is written for the developer of the client: it names the parameter and what would be right, in the
 * characters that RFC 6749, section 5.2 allows, and never a secret. It rolls the transaction back.
 */
@ApplicationException(rollback = true)
public class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OAuthErrorCode code;
    private final transient Rule rule;
    private final String description;
    private final transient @Nullable Facts facts;
    private @Nullable String clientId;

    /** Refuses with {@code code} because {@code rule} was broken. */
    public OAuthException(OAuthErrorCode code, Rule rule, String description) {
        this(code, rule, description, null);
    }

    /** Refuses with {@code code} because {@code rule} was broken, as the facts show. */
    public OAuthException(OAuthErrorCode code, Rule rule, String description, @Nullable Facts facts) {
        super(code.code() + ": " + description + " [" + rule.id() + "]", null, false, false);
        this.code = code;
        this.rule = rule;
        this.description = ErrorText.of(description);
        this.facts = facts;
    }

    /** Notes which client the refusal concerns, once that is known; answers itself. */
    public OAuthException concerning(String client) {
        if (clientId == null) {
            clientId = client;
        }
        return this;
    }

    /** The client that the refusal concerns; null while that is not known. */
    public @Nullable String clientId() {
        return clientId;
    }

    /** What was looked at, where that tells more than the description. */
    public Optional<Facts> facts() {
        return Optional.ofNullable(facts);
    }

    public OAuthErrorCode code() {
        return code;
    }

    public Rule rule() {
        return rule;
    }

    /** What was wrong and what would be right; printable ASCII without quotation mark and backslash. */
    public String description() {
        return description;
    }
}
