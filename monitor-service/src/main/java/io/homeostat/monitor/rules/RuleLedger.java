package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.runtime.background.Repeating;
import io.homeostat.runtime.web.ProblemException;
import java.time.Duration;
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
 * The rules as Kafka has them, and the one way in which this monitor changes them. Thread-safe; changes come one after the
 * other.
 *
 * <p>A change shuts out every other writer, reads the topic to its end, decides, and writes in one transaction. If another
 * writer has begun meanwhile, of this monitor's kind, the transaction fails as a whole, and the change is decided anew on
 * what the other has written. What others write past that, straight to the topic, cannot be guarded against.
 */
class RuleLedger extends Repeating {

    private static final Logger log = LoggerFactory.getLogger(RuleLedger.class);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
    private static final Duration LOOK_PATIENCE = Duration.ofSeconds(2);

    private final Supplier<RulesReader> readers;
    private final Supplier<RuleWriter> writers;
    private final Duration patience;

    /** Guards the reader. */
    private final ReentrantLock turn = new ReentrantLock();

    private @Nullable RulesReader reader;
    private volatile @Nullable KnownRules known;

    /**
     * A ledger that is not followed yet.
     *
     * @param patience for how long a change is tried
     */
    RuleLedger(Supplier<RulesReader> readers, Supplier<RuleWriter> writers, Duration patience) {
        super("rule-ledger", LOOK_INTERVAL);
        this.readers = readers;
        this.writers = writers;
        this.patience = patience;
    }

    /**
     * The rules as they were half a second ago, or with what was changed here since.
     *
     * @throws ProblemException 503, if they were not read yet
     */
    KnownRules known() {
        KnownRules rules = known;
        if (rules == null) {
            throw RuleProblems.away(
                    "The rules were not read yet, since Kafka does not answer or is new to this: try again.");
        }
        return rules;
    }

    /**
     * Makes a change.
     *
     * @return the version that was written
     * @throws ProblemException the change's own, or 503 if it could not be made in time
     */
    Rule change(RuleChange change) {
        Deadline deadline = Deadline.in(patience);
        boolean ours = false;
        try {
            ours = turn.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!ours) {
                throw RuleProblems.away("Others are changing rules at this moment: try again.");
            }
            return change(change, deadline);
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw RuleProblems.away("The monitor ends: try again when it is back.");
        } finally {
            if (ours) {
                turn.unlock();
            }
        }
    }

    private Rule change(RuleChange change, Deadline deadline) throws InterruptedException {
        Attempt attempt = new Attempt(change);
        for (int tries = 1; ; tries++) {
            try {
                return attempt.make(deadline);
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                log.debug("A rule could not be written at the attempt {}", tries, e);
                if (deadline.isOver() || (e instanceof TimeoutException && !attempt.isInDoubt())) {
                    throw given(attempt, e);
                }
            }
            // two monitors that shut each other out must fall out of step
            Thread.sleep(20L * tries + ThreadLocalRandom.current().nextInt(20));
        }
    }

    private static ProblemException given(Attempt attempt, KafkaException failure) {
        return RuleProblems.away(
                attempt.isInDoubt()
                        ? "Kafka did not say whether the change was made, as a whole or not at all: look at the rule, and"
                                + " try again if it is as it was."
                        : "Kafka does not take the change now, and nothing was changed: try again. It said: "
                                + failure.getMessage());
    }

    /** One change, through all its tries. */
    private final class Attempt {

        private final RuleChange change;
        private @Nullable Rule inDoubt;

        Attempt(RuleChange change) {
            this.change = change;
        }

        /** Whether something was sent of which Kafka did not say whether it was committed. */
        boolean isInDoubt() {
            return inDoubt != null;
        }

        Rule make(Deadline deadline) {
            try (RuleWriter writer = writers.get()) {
                writer.begin();
                KnownRules now = read(deadline);
                Rule before = inDoubt;
                if (before != null && before.equals(now.newest(before.id()))) {
                    return before;
                }
                inDoubt = null;
                Rule rule = change.on(now);
                try {
                    writer.write(rule);
                } catch (TimeoutException e) {
                    // the answer may be lost of a commit that was made; whatever else fails was not committed
                    inDoubt = rule;
                    throw e;
                }
                known = now.with(rule);
                return rule;
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
            log.debug("The topic rules cannot be read now", e);
        } finally {
            turn.unlock();
        }
    }

    private KnownRules read(Deadline deadline) {
        RulesReader current = reader;
        if (current == null) {
            current = readers.get();
            reader = current;
        }
        try {
            KnownRules rules = current.readToEnd(deadline);
            known = rules;
            return rules;
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
        RulesReader current = reader;
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
