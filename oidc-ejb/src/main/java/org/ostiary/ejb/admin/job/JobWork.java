package org.ostiary.ejb.admin.job;

/** What is done in jobs of some kinds. It is for who orders them to have one; the jobs themselves know none. */
public interface JobWork {

    /** Whether it does jobs of this kind. */
    boolean does(JobKind kind);

    /**
     * Does the next step, within a transaction that also notes how far the job is, or in some of its own. A step that is
     * done again, because a node died in the middle of it, must do no harm.
     */
    JobStep next(JobTask task);
}
