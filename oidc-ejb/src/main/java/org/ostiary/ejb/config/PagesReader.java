package org.ostiary.ejb.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.language.Language;

/** Reads how the pages look and read. */
final class PagesReader {

    private static final int LONGEST_NAME = 60;
    private static final Pattern UNREADABLE = Pattern.compile("\\p{Cc}|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.!#$%*+/=_~-]{1,64}@[A-Za-z0-9.-]{1,189}");

    private final Settings settings;
    private final Findings findings;

    PagesReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    PageSettings read() {
        return new PageSettings(
                settings.choice(ServerKey.DEFAULT_LANGUAGE.key(), Language.values(), Language::tag),
                settings.find(ServerKey.PAGES_NAME.key()).map(this::name).orElse(null),
                settings.path(ServerKey.PAGES_LOGO.key()).orElse(null),
                accent(ServerKey.PAGES_ACCENT, Scheme.LIGHT),
                accent(ServerKey.PAGES_ACCENT_DARK, Scheme.DARK),
                support(),
                address(ServerKey.PAGES_PRIVACY),
                address(ServerKey.PAGES_TERMS),
                settings.path(ServerKey.PAGES_TEXTS.key()).orElse(null));
    }

    private String name(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || UNREADABLE.matcher(name).find()) {
            findings.mistake(ServerKey.PAGES_NAME.key(), name, "must be a name of at most 60 characters, in one line");
        }
        return name;
    }

    private @Nullable Accent accent(ServerKey serverKey, Scheme scheme) {
        Key key = serverKey.key();
        Optional<String> text = settings.find(key);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Colour> colour = Colour.parse(text.get());
        if (colour.isEmpty()) {
            findings.mistake(key, text.get(), "must be a colour like #1a56b0");
            return null;
        }
        String refusal = scheme.refusal(colour.get());
        if (!refusal.isEmpty()) {
            findings.mistake(key, text.get(), refusal);
        }
        return new Accent(colour.get(), scheme.deeper(colour.get()));
    }

    private @Nullable String support() {
        Optional<String> mail = settings.find(ServerKey.PAGES_SUPPORT.key())
                .filter(text -> MAIL.matcher(text).matches());
        return mail.isPresent() ? "mailto:" + mail.get() : address(ServerKey.PAGES_SUPPORT);
    }

    private @Nullable String address(ServerKey serverKey) {
        Key key = serverKey.key();
        Optional<String> text = settings.find(key);
        if (text.isPresent() && !isWebPage(text.get())) {
            findings.mistake(
                    key,
                    text.get(),
                    serverKey == ServerKey.PAGES_SUPPORT
                            ? "must be an https address, or an email address like help@example.org"
                            : "must be an https address");
        }
        return text.orElse(null);
    }

    private static boolean isWebPage(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
