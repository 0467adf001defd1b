package org.ostiary.ejb.admin;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.ostiary.ejb.protocol.Rule;

/**
 * A refusal of an operation of the administration. Its detail is for an administrator: it says what would be right, and never a
 * secret. It rolls the transaction back.
 */
@ApplicationException(rollback = true)
public class AdminRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        /** Nobody is known to ask: there is no token, or none that counts. */
        NOT_AUTHENTICATED,
        /** Who asks must prove more (RFC 9470, section 3). */
        TOO_WEAK,
        /** The token's scope is too small (RFC 6750, section 3.1). */
        SCOPE_TOO_SMALL,
        /** Who asks may not. */
        NOT_ALLOWED,
        /** What is asked for does not exist. */
        UNKNOWN,
        /** What was sent is not understood. */
        MALFORMED,
        /** It does not fit with what there is. */
        CONFLICT,
        /** It does not say which state it changes (RFC 6585, section 3). */
        UNCONDITIONAL,
        /** It would change another state than the one that was looked at (RFC 9110, section 15.5.13). */
        STALE
    }

    private final Kind kind;
    private final transient Rule rule;
    private final String detail;
    private final transient List<String> mistakes;

    /** Refuses because {@code rule} was broken. */
    public AdminRefusal(Kind kind, Rule rule, String detail) {
        this(kind, rule, detail, List.of());
    }

    /** The same for several mistakes at once, a line each. */
    public AdminRefusal(Kind kind, Rule rule, String detail, List<String> mistakes) {
        super(kind + ": " + detail + " [" + rule.id() + "]", null, false, false);
        this.kind = kind;
        this.rule = rule;
        this.detail = detail;
        this.mistakes = List.copyOf(mistakes);
    }

    /** There is nothing of that name. */
    public static AdminRefusal unknown(String what) {
        return new AdminRefusal(
                Kind.UNKNOWN,
                new Rule("administered-thing-known", "RFC 9110, section 15.5.5"),
                "There is no such " + what);
    }

    /** What was sent means nothing. */
    public static AdminRefusal malformed(String detail) {
        return new AdminRefusal(
                Kind.MALFORMED, new Rule("administration-well-formed", "RFC 9110, section 15.5.1"), detail);
    }

    /** It does not fit with what there is. */
    public static AdminRefusal conflict(String ruleId, String detail) {
        return new AdminRefusal(Kind.CONFLICT, new Rule(ruleId, "RFC 9110, section 15.5.10"), detail);
    }

    public Kind kind() {
        return kind;
    }

    public Rule rule() {
        return rule;
    }

    public String detail() {
        return detail;
    }

    /** Every single mistake, where there may be several; else none. */
    public List<String> mistakes() {
        return mistakes;
    }
}
