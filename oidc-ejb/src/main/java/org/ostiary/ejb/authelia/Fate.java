package org.ostiary.ejb.authelia;

/** What became of an option. */
public enum Fate {
    /** Taken over under our name for it. */
    KEPT("kept"),
    /** Taken over in other words, which have the same effect. */
    TRANSLATED("translated"),
    /** Left out, and nothing is lost by it. */
    NOT_NEEDED("not needed"),
    /** Not taken over, or not as it was; somebody must do something. */
    LOST("LOST");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** What the report calls it. */
    public String word() {
        return word;
    }
}
