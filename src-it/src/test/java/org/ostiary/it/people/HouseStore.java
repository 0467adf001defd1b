package org.ostiary.it.people;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** An operator's own identity store: one person, in one group, and a name that makes it fail. */
public class HouseStore implements IdentityStore {

    static final String NAME = "iris";
    static final String PASSWORD = "the key of the house";
    static final String BREAKS_IT = "poltergeist";

    @Override
    public CredentialValidationResult validate(Credential credential) {
        UsernamePasswordCredential typed = (UsernamePasswordCredential) credential;
        if (typed.getCaller().equals(BREAKS_IT)) {
            throw new IllegalStateException("the house is dark");
        }
        return typed.compareTo(NAME, PASSWORD)
                ? new CredentialValidationResult("house", NAME, null, "house-7", Set.of("staff"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
