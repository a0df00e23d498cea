package io.homeostat.healer.recovering;

/**
 * What is seen from outside of whether a target works. Immutable.
 *
 * @param kind in one word
 * @param sentence for people
 */
record Evidence(Kind kind, String sentence) {

    enum Kind {
        /** It works. */
        PROVED,
        /** It should show something and does not yet. */
        NOT_YET,
        /** It says that it is well, and there is nothing it could show. */
        NOTHING_TO_SEE
    }

    boolean isProof() {
        return kind == Kind.PROVED;
    }
}
