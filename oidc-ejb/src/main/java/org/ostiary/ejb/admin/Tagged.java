package org.ostiary.ejb.admin;

/** Something that may have changed when somebody wants to change it. */
public interface Tagged {

    /** What names this state of it (RFC 9110, section 8.8.3); another state has another. */
    String entityTag();
}
