package org.ostiary.it.server;

/** The combinations of archive, server and database that Ostiary is shipped for. */
public enum Flavour {
    /** The WAR on Payara Micro with the embedded database in the data directory. */
    MICRO_H2,
    /** The WAR on Payara Micro with PostgreSQL. */
    MICRO_POSTGRES,
    /** The EAR on Payara Server with the embedded database. */
    SERVER_EAR_H2
}
