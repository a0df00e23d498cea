package io.homeostat.detection.quality;

import io.homeostat.model.correction.QualityFlag;

/**
 * One test of QARTOD (IOOS, Manual for Real-Time Quality Control of In-Situ Temperature and Salinity Data, 2020) on one
 * series, whose readings come to it once and in order of event time. Implementations may keep a bounded state; not
 * thread-safe.
 */
public interface QualityTest {

    /** The test's name: {@code gross-range}. */
    String name();

    /**
     * The flag of the next reading.
     *
     * @param timeMillis event time
     * @param value the value; NaN where there is none, which is {@link QualityFlag#MISSING} in every test
     */
    QualityFlag test(long timeMillis, double value);
}
