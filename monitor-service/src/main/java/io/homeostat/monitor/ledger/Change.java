package io.homeostat.monitor.ledger;

/**
 * What somebody wants of what a ledger holds. Asked again if another was quicker, so it depends on nothing but what it is
 * given.
 *
 * @param <K> all that the ledger holds
 * @param <V> what is written
 */
@FunctionalInterface
public interface Change<K, V> {

    /**
     * What to write.
     *
     * @throws io.homeostat.runtime.web.ProblemException if things as they are now do not allow it; then nothing is written
     */
    V on(K now);
}
