package org.ostiary.ejb.admin.job;

import jakarta.ejb.ApplicationException;

/** Another node has the job by now; what this one did is rolled back. */
@ApplicationException(rollback = true)
public class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("Another node has the job by now");
    }
}
