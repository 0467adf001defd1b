package org.ostiary.ejb.config;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads what is written to people. */
final class MailReader {
    private static final Pattern NAME = Pattern.compile("(java:)?[A-Za-z0-9][A-Za-z0-9/._-]{0,199}");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");

    private final Settings settings;
    private final Findings findings;

    MailReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    MailSettings read() {
        return new MailSettings(
                session(),
                settings.find(ServerKey.MAIL_FROM.key()).map(this::from).orElse(null),
                settings.flag(ServerKey.MAIL_NOTICES.key()),
                settings.flag(ServerKey.PASSWORD_RESET.key()),
                settings.duration(ServerKey.PASSWORD_RESET_LINK.key(), Duration.ofMinutes(1), Duration.ofHours(24)));
    }

    private String session() {
        Key key = ServerKey.MAIL_SESSION.key();
        String name = settings.find(key).or(key::defaultText).orElse("");
        if (!NAME.matcher(name).matches()) {
            findings.mistake(key, name, "must be a JNDI name like mail/oidc or java:jboss/mail/Default");
        }
        return name;
    }

    private String from(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            findings.mistake(ServerKey.MAIL_FROM.key(), address, "must be one address like no-reply@example.org");
        }
        return address;
    }
}
