package io.homeostat.monitor.ledger;

import io.homeostat.runtime.background.Repeating;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a topic holds, and the one way in which this monitor changes it. Thread-safe; changes come one after the other.
 *
 * <p>A change shuts out every other writer, reads the topic to its end, decides, and writes in one transaction. If another
 * writer has begun meanwhile, of this monitor's kind, the transaction fails as a whole, and the change is decided anew on
 * what the other has written. What others write past that, straight to the topic, cannot be guarded against.
 *
 * @param <K> all that the topic holds
 * @param <V> what is written by one change
 */
public abstract class Ledger<K, V> extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
    private static final Duration LOOK_PATIENCE = Duration.ofSeconds(2);

    private final Supplier<? extends LedgerReader<K>> readers;
    private final Supplier<? extends LedgerWriter<V>> writers;
    private final Duration patience;
    private final String singular;

    /** Guards the reader. */
    private final ReentrantLock turn = new ReentrantLock();

    private @Nullable LedgerReader<K> reader;
    private volatile @Nullable K known;

    /**
     * A ledger that is not followed yet.
     *
     * @param singular what it holds, {@code rule} or {@code sensor}; its plural has an {@code s} more
     * @param patience for how long a change is tried
     */
    protected Ledger(
            String singular,
            Supplier<? extends LedgerReader<K>> readers,
            Supplier<? extends LedgerWriter<V>> writers,
            Duration patience) {
        super(singular + "-ledger", LOOK_INTERVAL);
        this.singular = singular;
        this.readers = readers;
        this.writers = writers;
        this.patience = patience;
    }

    /** What it holds when a change was made. */
    protected abstract K with(K known, V changed);

    /** Whether a change was made, by what it holds. */
    protected abstract boolean holds(K known, V changed);

    /**
     * What it held half a second ago, or with what was changed here since.
     *
     * @throws ProblemException 503, if it was not read yet
     */
    public K known() {
        K read = known;
        if (read == null) {
            throw LedgerProblems.away(
                    "The %ss were not read yet, since Kafka does not answer or is new to this: try again."
                            .formatted(singular));
        }
        return read;
    }

    /** The same, empty if it was not read yet. */
    public Optional<K> knownIfRead() {
        return Optional.ofNullable(known);
    }

    /**
     * Makes a change.
     *
     * @return what was written
     * @throws ProblemException the change's own, or 503 if it could not be made in time
     */
    public V change(Change<K, V> change) {
        Deadline deadline = Deadline.in(patience);
        boolean ours = false;
        try {
            ours = turn.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!ours) {
                throw LedgerProblems.away("Others are changing %ss at this moment: try again.".formatted(singular));
            }
            return change(change, deadline);
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw LedgerProblems.away("The monitor ends: try again when it is back.");
        } finally {
            if (ours) {
                turn.unlock();
            }
        }
    }

    private V change(Change<K, V> change, Deadline deadline) throws InterruptedException {
        Attempt attempt = new Attempt(change);
        for (int tries = 1; ; tries++) {
            try {
                return attempt.make(deadline);
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                log.debug("A {} could not be written at the attempt {}", singular, tries, e);
                if (deadline.isOver() || (e instanceof TimeoutException && !attempt.isInDoubt())) {
                    throw given(attempt, e);
                }
            }
            // two monitors that shut each other out must fall out of step
            Thread.sleep(20L * tries + ThreadLocalRandom.current().nextInt(20));
        }
    }

    private ProblemException given(Attempt attempt, KafkaException failure) {
        return LedgerProblems.away(
                attempt.isInDoubt()
                        ? "Kafka did not say whether the change was made, as a whole or not at all: look at the %s, and"
                                        .formatted(singular)
                                + " try again if it is as it was."
                        : "Kafka does not take the change now, and nothing was changed: try again. It said: "
                                + failure.getMessage());
    }

    /** One change, through all its tries. */
    private final class Attempt {

        private final Change<K, V> change;
        private @Nullable V inDoubt;

        Attempt(Change<K, V> change) {
            this.change = change;
        }

        /** Whether something was sent of which Kafka did not say whether it was committed. */
        boolean isInDoubt() {
            return inDoubt != null;
        }

        V make(Deadline deadline) {
            try (LedgerWriter<V> writer = writers.get()) {
                writer.begin();
                K now = read(deadline);
                V before = inDoubt;
                if (before != null && holds(now, before)) {
                    return before;
                }
                inDoubt = null;
                V changed = change.on(now);
                try {
                    writer.write(changed);
                } catch (TimeoutException e) {
                    // the answer may be lost of a commit that was made; whatever else fails was not committed
                    inDoubt = changed;
                    throw e;
                }
                known = with(now, changed);
                return changed;
            }
        }
    }

    /** Looks for what other monitors have changed. */
    @Override
    protected void repeat() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            read(Deadline.in(LOOK_PATIENCE));
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            // said by the pipelines, which wait for the same
            log.debug("The {}s cannot be read now", singular, e);
        } finally {
            turn.unlock();
        }
    }

    private K read(Deadline deadline) {
        LedgerReader<K> current = reader;
        if (current == null) {
            current = readers.get();
            reader = current;
        }
        try {
            K read = current.readToEnd(deadline);
            known = read;
            return read;
        } catch (TimeoutException e) {
            throw e;
        } catch (KafkaException e) {
            closeReader();
            throw e;
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        turn.lock();
        try {
            closeReader();
        } finally {
            turn.unlock();
        }
    }

    private void closeReader() {
        LedgerReader<K> current = reader;
        reader = null;
        if (current != null) {
            boolean interrupted = Thread.interrupted();
            current.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
