package io.homeostat.healer.signals;

import org.jspecify.annotations.Nullable;

/**
 * What the supervisor says of a target's process. Immutable.
 *
 * @param state {@code WAITING}, {@code STARTING}, {@code UP}, {@code UNHEALTHY}, {@code BACKING_OFF}, {@code STOPPING},
 *     {@code STOPPED}; {@code null} if there is no supervisor or it does not answer
 * @param inStateMillis for how long
 * @param pid the process's number; {@code null} while none runs
 * @param endsLately how many of its lives ended in the last five minutes without being asked to
 * @param lastExitCode of the life before; above 128: killed by the signal of the rest; {@code null}: none ended
 * @param lastEndAsked whether the life before ended because that was asked for
 */
public record ProcessSignals(
        @Nullable String state,
        long inStateMillis,
        @Nullable Long pid,
        int endsLately,
        @Nullable Integer lastExitCode,
        boolean lastEndAsked) {

    /** Whether the supervisor is starting it. */
    public boolean isStarting() {
        return "STARTING".equals(state);
    }

    /** Nobody says anything. */
    public static final ProcessSignals UNKNOWN = new ProcessSignals(null, 0, null, 0, null, false);
}
