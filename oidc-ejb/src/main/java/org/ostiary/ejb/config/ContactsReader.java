package org.ostiary.ejb.config;

import java.util.Set;

/** Reads email addresses of those whom people may ask. */
final class ContactsReader {

    private static final int LONGEST_ADDRESS = 254;

    private ContactsReader() {}

    /** The addresses of the key, in its order. */
    static Set<String> read(Key key, Settings settings, Findings findings) {
        Set<String> contacts = settings.list(key);
        contacts.stream()
                .filter(contact -> contact.length() > LONGEST_ADDRESS || !contact.matches("[^\\s@]+@[^\\s@]+"))
                .forEach(contact -> findings.mistake(key, contact, "must be email addresses"));
        return contacts;
    }
}
