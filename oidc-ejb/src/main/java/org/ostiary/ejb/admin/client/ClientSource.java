package org.ostiary.ejb.admin.client;

/** Where a client is registered. */
public enum ClientSource {
    /** In the configuration, where alone it can be changed. */
    CONFIGURATION,
    /** Here, by an administrator. */
    ADMINISTRATION
}
