package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * Why the directory failed, as one line for the operator. What it was asked for is never in it: that is what somebody typed as a
 * name, and people type passwords there.
 */
final class Failure {

    private Failure() {}

    static String text(LDAPException failure) {
        String reason = reason(deepestCause(failure));
        String result = "the directory failed with result " + failure.getResultCode();
        // A directory may answer with whatever it wants to see in the log.
        return reason == null ? result : (result + ": " + reason).replaceAll("\\p{Cntrl}+", " ");
    }

    private static @Nullable String reason(Throwable cause) {
        if (!(cause instanceof LDAPException answer)) {
            return cause.getClass().getSimpleName() + ": " + cause.getMessage();
        }
        ResultCode result = answer.getResultCode();
        // Before there is a connection nothing was asked; later only the directory's own words are free of it.
        if (result.equals(ResultCode.CONNECT_ERROR)) {
            return answer.getMessage();
        }
        return result.isClientSideResultCode() ? null : answer.getDiagnosticMessage();
    }

    private static Throwable deepestCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
