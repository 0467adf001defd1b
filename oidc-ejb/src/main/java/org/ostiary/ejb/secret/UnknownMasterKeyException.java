package org.ostiary.ejb.secret;

/** This node knows no master key of that name, neither as its own nor as the other one; another node may. */
public class UnknownMasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownMasterKeyException(String name) {
        super("This node has no master key " + name + ", neither as oidc.master-key nor as oidc.other-master-key");
    }
}
