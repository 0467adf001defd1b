package org.ostiary.ejb.subject;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ostiary.persistence.subject.SubjectIdentifier;
import org.ostiary.persistence.subject.SubjectIdentifiers;

/** The subject identifier of an account, made at its first use (OIDC Core 1.0, sections 2 and 8). */
@ApplicationScoped
public class Subjects {

    @Inject
    SubjectIdentifiers identifiers;

    @Inject
    SubjectService service;

    /** The identifier that the account has in the sector by now. */
    public Optional<String> find(String accountId, String sector) {
        return identifiers.find(accountId, sector).map(SubjectIdentifier::sub);
    }

    /** The opaque UUID of version 4 that the account has in the sector, the same for ever. */
    public String subOf(String accountId, String sector) {
        return find(accountId, sector).orElseGet(() -> create(accountId, sector));
    }

    private String create(String accountId, String sector) {
        try {
            return service.create(accountId, sector);
        } catch (EJBException someoneElseWasFaster) {
            return find(accountId, sector).orElseThrow(() -> someoneElseWasFaster);
        }
    }
}
