package io.homeostat.monitor.live;

import io.homeostat.monitor.alerting.StoreStatus;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.background.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the live clients once a second how the monitor is doing. */
@Component
class FigureTicker extends Repeating {

    private final LiveClients clients;
    private final RecentReadings recent;
    private final StoreStatus store;
    private final JsonMapper json;
    private final MeterWatch watch;
    private double readingsBefore = Double.NaN;
    private long nanosBefore;

    FigureTicker(LiveClients clients, RecentReadings recent, StoreStatus store, JsonMapper json, MeterRegistry meters) {
        super("live-figures", Duration.ofSeconds(1));
        this.clients = clients;
        this.recent = recent;
        this.store = store;
        this.json = json;
        this.watch = new MeterWatch(meters);
    }

    @Override
    protected void repeat() {
        watch.observe();
        double readings = watch.readings();
        long nanos = System.nanoTime();
        double rate = Double.isNaN(readingsBefore) ? 0 : (readings - readingsBefore) * 1e9 / (nanos - nanosBefore);
        readingsBefore = readings;
        nanosBefore = nanos;
        if (!clients.isEmpty()) {
            Figures figures = new Figures(
                    Instant.now(),
                    Math.max(0, rate),
                    readings,
                    watch.quantileMillis(0.5),
                    watch.quantileMillis(0.99),
                    watch.lagRecords(),
                    recent.seriesCharted(),
                    store.openBySeverity(),
                    store.trouble().orElse(null));
            clients.offer(new LiveEvent("stats", null, json.writeValueAsString(figures)));
        }
    }
}
