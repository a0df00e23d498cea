package io.homeostat.runtime.chaos;

import io.homeostat.runtime.web.ProblemException;

/**
 * A fault that this service has nothing for.
 *
 * @param name of the fault
 * @param sentence that says why
 */
record NotHere(String name, String sentence) implements Fault {

    @Override
    public void begin(FaultOrder order) {
        throw ProblemException.unprocessable(sentence);
    }

    @Override
    public void end() {
        // it never began
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public long struck() {
        return 0;
    }
}
