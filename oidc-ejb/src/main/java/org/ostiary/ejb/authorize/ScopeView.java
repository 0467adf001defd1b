package org.ostiary.ejb.authorize;

/** A scope as the consent page shows it. */
public record ScopeView(String scope, boolean alreadyGranted) {}
