package io.homeostat.benchmarks.throughput;

import io.homeostat.benchmarks.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What the table's figures depend on, as the sentence below it. */
final class Circumstances {

    private Circumstances() {}

    static String describe(Plan plan, double loadBefore) {
        return String.format(
                Locale.ROOT,
                "%,d readings of about 70 bytes, 1,000 sensors, 2.2 %% above 30; one run, one broker on the same machine:"
                        + " %s, each job with %s; peers commit every %d ms; load average before the run %.1f; %s.",
                plan.readings(),
                Machine.words(),
                String.join(" ", plan.jvmOptions()),
                plan.commitInterval().toMillis(),
                loadBefore,
                LocalDate.now(ZoneOffset.UTC));
    }
}
