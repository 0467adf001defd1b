package org.ostiary.persistence.audit;

/**
 * The two ends of the chain of sealed audit records.
 *
 * @param lastPosition the last place given; 0 for none yet
 * @param lastSeal the seal there; empty for none yet
 * @param prunedPosition the last place whose record was deleted in due time; 0 for none yet
 * @param prunedSeal the seal that was there; empty for none yet
 */
public record ChainEnds(long lastPosition, String lastSeal, long prunedPosition, String prunedSeal) {

    /** With another end. */
    public ChainEnds endingAt(long position, String seal) {
        return new ChainEnds(position, seal, prunedPosition, prunedSeal);
    }

    /** With another beginning. */
    public ChainEnds prunedTo(long position, String seal) {
        return new ChainEnds(lastPosition, lastSeal, position, seal);
    }

    /** Everything, for a mark. */
    public String text() {
        return lastPosition + ";" + lastSeal + ";" + prunedPosition + ";" + prunedSeal;
    }
}
