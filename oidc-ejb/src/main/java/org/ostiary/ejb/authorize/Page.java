package org.ostiary.ejb.authorize;

/** A page that asks a person something. Each returns to the authorize service, never to another page. */
public enum Page {
    LOGIN,
    SECOND_FACTOR,
    ENROLMENT,
    SELECT_ACCOUNT,
    REGISTER,
    CONSENT,
    /** Says that the person may not use the client, and takes them back to it. */
    FORBIDDEN
}
