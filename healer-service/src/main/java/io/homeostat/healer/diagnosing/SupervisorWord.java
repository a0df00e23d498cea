package io.homeostat.healer.diagnosing;

import io.homeostat.healer.signals.ProcessSignals;
import java.util.Set;

/** What follows from what the supervisor says of a process. Immutable. */
record SupervisorWord(ProcessSignals process) {

    private static final Set<String> ENDED = Set.of("BACKING_OFF", "STOPPED");
    private static final Set<String> ALIVE = Set.of("UP", "UNHEALTHY", "STARTING");
    private static final int SIGNALS_FROM = 128;
    private static final int ASKED_BY_SIGNAL = SIGNALS_FROM + 15;
    private static final int OUT_OF_MEMORY = 3;

    /** Whether it says anything at all. */
    boolean isSaid() {
        return process.state() != null;
    }

    /** Whether the process ended and no other has begun; not if it was told to stay away, as at the end of the stack. */
    boolean hasEnded() {
        boolean dismissed = "STOPPED".equals(process.state()) && process.lastEndAsked();
        return isSaid() && ENDED.contains(process.state()) && !dismissed;
    }

    /** Whether a process is there. */
    boolean isAlive() {
        return process.pid() != null && isSaid() && ALIVE.contains(process.state());
    }

    boolean isUp() {
        return "UP".equals(process.state());
    }

    boolean isStarting() {
        return process.isStarting();
    }

    /** Whether it was told to end and is about to. */
    boolean isStopping() {
        return "STOPPING".equals(process.state());
    }

    /** Whether it is about to end, or begins again, because somebody told it to. */
    boolean isToldToRestart() {
        return isStopping() || (isStarting() && wasAsked());
    }

    /** Whether it begins again because it had ended without being told to. */
    boolean isComingBack() {
        return isStarting() && process.endsLately() > 0 && !wasAsked();
    }

    /** What it says, as a sentence; empty if it says nothing. */
    String sentence() {
        if (!isSaid()) {
            return "";
        }
        String time = Figures.time(process.inStateMillis());
        if (hasEnded()) {
            return "The supervisor says " + process.state() + ": its process ended " + time + " ago" + exit() + ".";
        }
        if (isComingBack()) {
            return "Its process ended" + exit() + " and was started again " + time + " ago.";
        }
        String number = process.pid() == null ? "" : "its process " + process.pid() + " runs, ";
        return "The supervisor says: " + number + process.state() + " for " + time + ".";
    }

    private String exit() {
        Integer code = process.lastExitCode();
        if (code == null) {
            return "";
        }
        String meaning = "";
        if (code > SIGNALS_FROM) {
            meaning = " (killed by signal " + (code - SIGNALS_FROM) + ")";
        } else if (code == OUT_OF_MEMORY) {
            meaning = " (as of a JVM that ends when it is out of memory)";
        }
        return " with exit code " + code + meaning;
    }

    /** By the supervisor, which then may have killed it, or by a person's signal. */
    private boolean wasAsked() {
        Integer code = process.lastExitCode();
        return process.lastEndAsked() || (code != null && code == ASKED_BY_SIGNAL);
    }
}
