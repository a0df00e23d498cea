package io.homeostat.monitor.backtest;

import io.homeostat.runtime.web.ProblemException;

/** Whoever asked for a backtest and waits for what comes of it. Told by one thread; exactly one ending is told. */
interface Audience {

    /** It has begun. */
    void started(String backtestId);

    /** It goes on; false: nobody listens any more. */
    boolean progress(long readings, double share);

    /** It is done. */
    void result(BacktestResult result);

    /** Nothing comes of it. */
    void failed(ProblemException problem);
}
