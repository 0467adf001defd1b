package org.ostiary.ejb.admin.door;

import org.ostiary.ejb.admin.Administrator;

/** What happens with a person who wants to see a page of the administration. */
public sealed interface DoorEntry {

    /** They are let in for this request. */
    record Admitted(Administrator administrator) implements DoorEntry {}

    /**
     * They must sign in first.
     *
     * @param address where the browser goes
     * @param attempt to keep in a cookie until it comes back
     */
    record SignIn(String address, String attempt) implements DoorEntry {

        /** Without its secrets. */
        @Override
        public String toString() {
            return "SignIn[]";
        }
    }
}
