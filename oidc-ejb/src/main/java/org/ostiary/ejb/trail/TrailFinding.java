package org.ostiary.ejb.trail;

import org.jspecify.annotations.Nullable;

/**
 * Something about the trail that is not as the server left it.
 *
 * @param position the place in the chain; 0 where it is about none
 * @param recordId the row; null where there is none
 */
public record TrailFinding(
        Kind kind, long position, @Nullable String recordId) {

    /** What is wrong. */
    public enum Kind {
        /** A column was changed after the record was written. */
        CHANGED("The record is not as the server wrote it"),
        /** The server did not write the row at all. */
        INSERTED("The server did not write the record"),
        /** The server gave the row another place, or none. */
        MOVED("The server did not put the record at this place"),
        /** No row has the place. */
        REMOVED("The record is missing"),
        /** The row that says where the chain begins and ends is not the server's. */
        ENDS_CHANGED("The server did not write where the trail begins and ends"),
        /** The chain was longer once. */
        REWOUND("The trail was longer, or went on differently, when it was last seen");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** What is wrong with what, for a person. */
    public String sentence() {
        String where =
                position == 0 ? "" : " (place " + position + (recordId == null ? ")" : ", record " + recordId + ")");
        return kind.sentence + (position == 0 && recordId != null ? " (record " + recordId + ")" : where);
    }
}
