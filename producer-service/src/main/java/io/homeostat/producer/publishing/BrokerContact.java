package io.homeostat.producer.publishing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka answers, judged by progress: by acknowledgements while records are under way, by a probe while none are.
 * Thread-safe.
 */
final class BrokerContact {

    /** How long a record may stay unacknowledged before Kafka counts as away. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where this service stands with Kafka. */
    enum State {
        /** Kafka was not asked anything yet. */
        STARTING,
        /** Kafka acknowledges what it is sent, or would. */
        RUNNING,
        /** Kafka does not answer: records wait, requests are refused. */
        WAITING
    }

    private long inFlight;
    private long acknowledged;
    private long failed;
    private @Nullable Instant inFlightSince;
    private @Nullable Instant lastAcknowledgement;
    private @Nullable Boolean lastAnswer;

    /** Says that a record was handed to the Kafka client. */
    synchronized void sent(Instant now) {
        if (inFlight++ == 0) {
            inFlightSince = now;
        }
    }

    /** Says that Kafka acknowledged a record. */
    synchronized void acknowledged(Instant now) {
        inFlight--;
        acknowledged++;
        lastAcknowledgement = now;
        lastAnswer = true;
    }

    /** Says that a record was given up. */
    synchronized void failed() {
        inFlight--;
        failed++;
        lastAnswer = false;
    }

    /** Says what a probe found. */
    synchronized void probed(boolean answered) {
        lastAnswer = answered;
    }

    /** Whether the acknowledgements alone do not say whether Kafka answers, so that it should be asked. */
    synchronized boolean needsProbe(Instant now) {
        return lastAcknowledgement == null || lastAcknowledgement.isBefore(now.minus(PATIENCE.dividedBy(2)));
    }

    synchronized State state(Instant now) {
        if (inFlight > 0 && stalled(now)) {
            return State.WAITING;
        }
        if (lastAnswer == null) {
            return State.STARTING;
        }
        return lastAnswer ? State.RUNNING : State.WAITING;
    }

    private boolean stalled(Instant now) {
        Instant since = inFlightSince;
        if (lastAcknowledgement != null && (since == null || lastAcknowledgement.isAfter(since))) {
            since = lastAcknowledgement;
        }
        return since != null && since.isBefore(now.minus(PATIENCE));
    }

    synchronized @Nullable Instant lastAcknowledgement() {
        return lastAcknowledgement;
    }

    synchronized long acknowledgedCount() {
        return acknowledged;
    }

    synchronized long failedCount() {
        return failed;
    }

    synchronized long inFlightCount() {
        return inFlight;
    }
}
