package org.ostiary.web.forbidden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContactTest {

    @Test
    void isWrittenTo() {
        assertThat(Contact.of("help@example.org"))
                .isEqualTo(new Contact("help@example.org", "mailto:help@example.org"));
    }

    @Test
    @DisplayName("RFC 6068 2: no address adds header fields, and none turns the direction of writing")
    void addsNothing() {
        Contact contact = Contact.of("a?bcc=b%&\u202Ec@example.org");
        assertThat(contact.text()).isEqualTo("a?bcc=b%&c@example.org");
        assertThat(contact.link()).isEqualTo("mailto:a%3Fbcc=b%25%26%E2%80%AEc@example.org");
    }
}
