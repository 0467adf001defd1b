package org.ostiary.ejb.password;

/**
 * What an Argon2 hash costs.
 *
 * @param memory in KiB
 * @param passes over the memory
 * @param lanes the memory is divided into
 */
record Argon2Cost(int memory, int passes, int lanes) {

    /** What new digests cost: the first choice of OWASP's Password Storage Cheat Sheet. */
    static final Argon2Cost OURS = new Argon2Cost(19_456, 2, 1);

    private static final int MAXIMUM_MEMORY = 256 * 1024;
    private static final int MAXIMUM_PASSES = 1024;
    private static final int MAXIMUM_LANES = 64;

    /** In KiB, over all passes. */
    private static final long MAXIMUM_WORK = 1024 * 1024;

    /** Reads the parameters; what Authelia's earlier library left out has the value it meant then. */
    static Argon2Cost of(DigestParameters parameters) {
        int lanes = parameters.number("p", 1, MAXIMUM_LANES, 4);
        int memory = parameters.number("m", 8 * lanes, MAXIMUM_MEMORY, 32 * 1024);
        int passes = parameters.number("t", 1, MAXIMUM_PASSES, 1);
        if ((long) memory * passes > MAXIMUM_WORK) {
            throw new MalformedDigestException(
                    "m times t is " + (long) memory * passes + "; accepted are at most " + MAXIMUM_WORK);
        }
        return new Argon2Cost(memory, passes, lanes);
    }
}
