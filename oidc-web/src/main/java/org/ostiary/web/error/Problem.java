package org.ostiary.web.error;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.interaction.InteractionOver;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.Display;
import org.ostiary.web.page.Texts;

/**
 * What a person is told about an error.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param message why, and what to do about it
 * @param startAgain where to go from here, if anywhere
 * @param display how the application wanted its pages to look, as far as that is known
 */
record Problem(
        int status, String title, String message, @Nullable Link startAgain, Display display) {

    /** The problem behind a bare status, as the container reports it. */
    static Problem ofStatus(int status) {
        String key = key(status);
        return new Problem(status, Texts.text(key + ".title"), Texts.text(key + ".message"), null, Display.PAGE);
    }

    /** The same for a program, which is told in English. */
    static Problem forPrograms(int status) {
        String key = key(status);
        return new Problem(status, Texts.english(key + ".title"), Texts.english(key + ".message"), null, Display.PAGE);
    }

    private static String key(int status) {
        String kind = status / 100 == 4 ? "error.4xx" : "error.5xx";
        return Texts.has("error." + status + ".title") ? "error." + status : kind;
    }

    /**
     * The problem behind a refusal.
     *
     * @param reason what the client's developer may know; an interaction says itself what people are to know
     */
    static Problem of(OAuthException refusal, String reason) {
        String title = Texts.text("error.refused.title");
        int status = refusal.code().status();
        if (refusal instanceof InteractionOver over) {
            return new Problem(
                    status, title, Texts.text("error." + over.rule().id()), startAgain(over), over.display());
        }
        return new Problem(status, title, Texts.text("error.refused.message", reason), null, Display.PAGE);
    }

    /** The same problem under the status that a page had decided before. */
    Problem withStatus(int decided) {
        return new Problem(decided, title, message, startAgain, display);
    }

    private static @Nullable Link startAgain(InteractionOver over) {
        String address = over.startAgain();
        return address == null ? null : new Link(address, Texts.text("error.start-again"));
    }
}
