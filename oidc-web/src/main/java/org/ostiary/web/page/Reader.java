package org.ostiary.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.function.Supplier;
import org.ostiary.ejb.language.Language;

/**
 * Who reads the answer to the request in hand: in which language, and in which direction. Found out when the first word is
 * needed, since most requests need none.
 */
@Named
@ApplicationScoped
public class Reader {

    private static final ThreadLocal<Supplier<Language>> CURRENT = new ThreadLocal<>();

    /** The language of the request in hand; English outside of requests. */
    public static Language language() {
        Supplier<Language> current = CURRENT.get();
        return current == null ? Language.ENGLISH : current.get();
    }

    /**
     * Does something for a reader, on this thread.
     *
     * @param language asked for once at most
     */
    static <E extends Exception, F extends Exception> void during(Supplier<Language> language, Work<E, F> work)
            throws E, F {
        Supplier<Language> before = CURRENT.get();
        CURRENT.set(new Once(language));
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** For the {@code lang} of a page. */
    public String tag() {
        return language().tag();
    }

    /** For the {@code dir} of a page. */
    public String direction() {
        return language().rightToLeft() ? "rtl" : "ltr";
    }

    /** What is done for a reader. */
    interface Work<E extends Exception, F extends Exception> {
        void run() throws E, F;
    }

    /** Asks once. While it asks, whatever fails is told in English. */
    private static final class Once implements Supplier<Language> {
        private final Supplier<Language> source;
        private boolean asked;
        private Language answer = Language.ENGLISH;

        Once(Supplier<Language> source) {
            this.source = source;
        }

        @Override
        public Language get() {
            if (!asked) {
                asked = true;
                answer = source.get();
            }
            return answer;
        }
    }
}
