package org.ostiary.ejb.admin.client;

/** Where a client is registered, or something has its name from. */
public enum ClientSource {
    /** In the configuration, where alone it can be changed. */
    CONFIGURATION,
    /** Here, by an administrator. */
    ADMINISTRATION
}
