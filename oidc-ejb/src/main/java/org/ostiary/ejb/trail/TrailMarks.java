package org.ostiary.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.audit.AuditChain;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.ChainEnds;

/**
 * The marks of the trail. All are HMAC-SHA-256 under a subkey that the database never sees in clear, so that whoever can write
 * the tables but has no master key can make none.
 */
@ApplicationScoped
class TrailMarks {

    @Inject
    TokenHashes hashes;

    /** What seals a record at a place behind the one that has that seal. */
    String seal(AuditRecord sealed, long position, String previousSeal) {
        return hashes.trailMark("seal;" + position + ";" + sealed.id() + ";" + sealed.proof() + ";" + previousSeal);
    }

    /** What marks the ends of the chain. */
    String mark(ChainEnds ends) {
        return hashes.trailMark("ends;" + ends.text());
    }

    /** Whether the server wrote these ends; a chain without any record needs no mark. */
    boolean marked(AuditChain chain) {
        ChainEnds ends = chain.ends();
        boolean fresh = chain.mark().isEmpty() && ends.lastPosition() == 0;
        return fresh || hashes.equal(mark(ends), chain.mark());
    }

    /** Whether the server wrote the record as it is. */
    boolean proved(AuditRecord noted) {
        String proof = noted.proof();
        return proof != null && hashes.equal(hashes.trailMark(noted.text()), proof);
    }

    /** Whether the server put the record at its place, behind the one that has that seal. */
    boolean sealed(AuditRecord sealed, long position, String previousSeal) {
        String seal = sealed.seal();
        return seal != null && hashes.equal(seal(sealed, position, previousSeal), seal);
    }
}
