package org.ostiary.web.page;

import org.ostiary.ejb.ending.ToldApplication;

/** Says of an application whether it knows that a session ended. */
public final class ToldWords {

    private ToldWords() {}

    /** A sentence about it. */
    public static String of(ToldApplication told) {
        return Texts.text(
                switch (told.result()) {
                    case SIGNED_OUT -> "signed-out.told";
                    case WAITING -> "signed-out.waiting";
                    case UNKNOWN -> "signed-out.unknown";
                    case NOT_TOLD -> "signed-out.not-told";
                },
                DisplayText.of(told.name(), told.clientId()));
    }
}
