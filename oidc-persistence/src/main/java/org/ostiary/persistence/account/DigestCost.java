package org.ostiary.persistence.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind and cost of password digests that some account was imported with. */
@Entity
@Table(name = "digest_cost")
public class DigestCost {

    @Id
    @Column(name = "prefix")
    private String prefix;

    @Column(name = "decoy")
    private String decoy;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected DigestCost() {}

    /**
     * A cost.
     *
     * @param prefix a digest up to its salt
     * @param decoy the same with a blank salt and a blank hash
     */
    public DigestCost(String prefix, String decoy) {
        this.prefix = prefix;
        this.decoy = decoy;
    }

    public String prefix() {
        return prefix;
    }

    public String decoy() {
        return decoy;
    }
}
