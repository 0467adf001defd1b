package org.ostiary.persistence.consent;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who, to whom, what: the key of a {@link Consent}. */
public class ConsentId implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String accountId;
    private @Nullable String clientId;
    private @Nullable String scope;

    /** For JPA. */
    public ConsentId() {}

    /** Names one remembered decision. */
    public ConsentId(String accountId, String clientId, String scope) {
        this.accountId = accountId;
        this.clientId = clientId;
        this.scope = scope;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsentId that
                && Objects.equals(accountId, that.accountId)
                && Objects.equals(clientId, that.clientId)
                && Objects.equals(scope, that.scope);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accountId, clientId, scope);
    }
}
