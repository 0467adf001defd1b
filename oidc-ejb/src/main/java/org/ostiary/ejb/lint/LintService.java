package org.ostiary.ejb.lint;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.protocol.lint.LintReport;

/** Grades a client by RFC 9700 as it is registered now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LintService {

    @Inject
    ClientDirectory clients;

    /** Empty when nobody knows the client. */
    public Optional<LintReport> grade(String clientId) {
        return clients.find(clientId).map(LintReport::of);
    }

    /** Every enabled client, in no order. */
    public List<LintReport> gradeAll() {
        return clients.all().stream().map(LintReport::of).toList();
    }
}
