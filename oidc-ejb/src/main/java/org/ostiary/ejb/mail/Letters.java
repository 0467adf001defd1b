package org.ostiary.ejb.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.visit.Device;
import org.ostiary.persistence.account.Account;

/** Writes letters in the language that their reader chose. */
@ApplicationScoped
public class Letters {

    private static final String BETWEEN_PARAGRAPHS = "\n\n";
    /** What cannot become a link in a mail program, so that no name that somebody chose leads anywhere. */
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._@+'-]");

    @Inject
    LetterWords words;

    @Inject
    ProviderConfig config;

    /**
     * A letter to an account's owner.
     *
     * @param kind the subject is the text {@code <kind>.subject}
     * @param paragraphs the keys of its texts, in their order
     * @param values what stands for {2} and so on; {0} is the username and {1} this server
     */
    public Letter to(Account account, String kind, List<String> paragraphs, Object... values) {
        Language language = language(account);
        Object[] all = Stream.concat(
                        Stream.of(UNUSUAL.matcher(account.username()).replaceAll("?"), site()), Stream.of(values))
                .map(value -> isolated(value, account))
                .toArray();
        String text = Stream.concat(paragraphs.stream(), Stream.of("closing"))
                .map(key -> filled(key, all, language))
                .collect(Collectors.joining(BETWEEN_PARAGRAPHS));
        return new Letter(filled(kind + ".subject", all, language), text);
    }

    /** A moment, as this account's owner reads it. */
    public String moment(Account account, Instant moment) {
        Language language = language(account);
        return DateTimeFormatter.ofPattern(words.word("moment", language), language.locale())
                .format(moment.atOffset(ZoneOffset.UTC));
    }

    /** A name that is a text of a family of texts; the name as it is when there is none. */
    public String word(Account account, String family, String name) {
        String key = family + "." + name.replace(' ', '_');
        return words.has(key) ? words.word(key, language(account)) : name;
    }

    /** The address of a page of ours, which this account's owner then reads in the language of the letter. */
    public String address(Account account, String path) {
        String plain = config.issuer().endpoint(path);
        return Language.of(account.language())
                .map(chosen -> plain + "?ui_locales=" + chosen.tag())
                .orElse(plain);
    }

    /** What a browser says it is, in words. */
    public String device(Account account, String userAgent) {
        Device device = Device.of(userAgent);
        String browser = device.browser();
        String system = device.system();
        if (browser != null && system != null) {
            return filled("device.both", new Object[] {browser, system}, language(account));
        }
        String known = browser == null ? system : browser;
        return known == null ? words.word("device.unknown", language(account)) : known;
    }

    /** From right to left a name keeps its own direction (UAX 9, section 2.4). A link is left alone, so that it stays one. */
    private Object isolated(Object value, Account account) {
        boolean name = value instanceof String text && !text.startsWith("http");
        return name && language(account).rightToLeft() ? "\u2068" + value + "\u2069" : value;
    }

    private String site() {
        return URI.create(config.issuer().value()).getAuthority();
    }

    private Language language(Account account) {
        return Language.of(account.language()).orElseGet(() -> config.pages().language());
    }

    private String filled(String key, Object[] values, Language language) {
        return new MessageFormat(words.word(key, language), language.locale()).format(values);
    }
}
