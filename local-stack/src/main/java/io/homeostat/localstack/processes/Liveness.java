package io.homeostat.localstack.processes;

import java.time.Duration;

/**
 * Whether a process that nobody nearer looks after still lives, by its answers. One for a life; pure, not thread-safe.
 *
 * <p>It is given up when it has been silent for {@link #PATIENCE} and for at least {@value #QUESTIONS} questions, and had
 * answered once before: a long start is no death, and neither is a pause of the one who asks.
 */
final class Liveness {

    static final Duration PATIENCE = Duration.ofSeconds(8);
    static final int QUESTIONS = 3;

    private boolean answeredOnce;
    private long lastAnswerNanos;
    private int unanswered;

    /** Takes what came of a question, and says whether it is to be given up. */
    boolean isLost(boolean answered, long nowNanos) {
        if (answered) {
            answeredOnce = true;
            lastAnswerNanos = nowNanos;
            unanswered = 0;
            return false;
        }
        unanswered++;
        return answeredOnce && unanswered >= QUESTIONS && nowNanos - lastAnswerNanos >= PATIENCE.toNanos();
    }
}
