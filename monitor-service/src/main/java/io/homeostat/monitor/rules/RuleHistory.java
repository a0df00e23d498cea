package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.monitor.ledger.Deadline;
import io.homeostat.runtime.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Every version of the rules, read from {@code rules.history} when somebody asks. Thread-safe.
 *
 * <p>Nothing is kept in memory between two calls. In one, the newest 200,000 records are gone through to find where a
 * rule's versions stand, and those of the wanted page are read again: what is held is an offset for each version, a poll
 * of records and the page. Two such calls run at a time, for five seconds each at most; beyond that the answer is 503.
 */
final class RuleHistory {

    private static final long MOST_RECORDS = 200_000;
    private static final int MOST_AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    /** A history that is read by a consumer of its own each time, which must see nothing but what was committed. */
    RuleHistory(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** A part of a rule's versions, the newest first. */
    Page<Rule> versions(String ruleId, int page, int size) {
        return read(ruleId, reading -> {
            List<Long> all = reading.places();
            Page<Long> wanted = Page.of(all, page, size);
            return new Page<>(reading.at(wanted.items()), page, size, wanted.total());
        });
    }

    /** One version of a rule. */
    Optional<Rule> version(String ruleId, int version) {
        return read(ruleId, reading -> reading.numbered(version));
    }

    /** The version of a rule that was the newest at a moment; empty if it was made later. */
    Optional<Rule> inForceAt(String ruleId, Instant moment) {
        return read(ruleId, reading -> reading.writtenBy(moment));
    }

    private <T> T read(String ruleId, Function<HistoryReading, T> question) {
        Deadline deadline = Deadline.in(PATIENCE);
        boolean ours = false;
        try {
            ours = places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!ours) {
                throw RuleProblems.away("Too many look at the rules' versions at this moment: try again.");
            }
            Consumer<byte[], byte[]> consumer = consumers.get();
            try {
                return question.apply(new HistoryReading(consumer, ruleId, MOST_RECORDS, deadline));
            } finally {
                consumer.close(CloseOptions.timeout(CLOSE));
            }
        } catch (TimeoutException e) {
            throw RuleProblems.away("The rules' versions cannot be read from Kafka now: try again.");
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw RuleProblems.away("The monitor ends: try again when it is back.");
        } finally {
            if (ours) {
                places.release();
            }
        }
    }
}
