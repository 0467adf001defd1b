package org.ostiary.ejb.subject;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.persistence.subject.ExpectedSubjects;
import org.ostiary.persistence.subject.SubjectIdentifier;
import org.ostiary.persistence.subject.SubjectIdentifiers;

/** Makes subject identifiers, in a transaction of its own, so that losing a race does not undo what the caller does. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SubjectService {

    @Inject
    SubjectIdentifiers identifiers;

    @Inject
    ExpectedSubjects expected;

    @Inject
    SecureTokens random;

    @Inject
    Clock clock;

    /** Gives the account an identifier in the sector, the one that waits for it where one does; fails when it has one by now. */
    public String create(String accountId, String sector) {
        String sub = expected.take(accountId, sector).orElseGet(random::uuid);
        identifiers.add(new SubjectIdentifier(sub, accountId, sector, clock.instant()));
        return sub;
    }
}
