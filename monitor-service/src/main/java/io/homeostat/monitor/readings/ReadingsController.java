package io.homeostat.monitor.readings;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The recent readings of sensors, by HTTP. */
@RestController
@RequestMapping("/api/sensors")
class ReadingsController {

    private static final int MOST_POINTS = 2_000;

    /**
     * A series' recent readings.
     *
     * @param unit of all its values, none if it is not known
     * @param streamUnit that of the stream, which holds for sensors without their own
     * @param charted whether its readings are kept
     * @param full whether so many series are kept that a new one is not
     * @param points readings as they came, in order of event time
     * @param corrected corrected values, in order of event time
     * @param limits the limits of the rules that apply
     */
    record ReadingsView(
            String stream,
            String sensorId,
            @Nullable String unit,
            @Nullable String streamUnit,
            boolean charted,
            boolean full,
            int seriesMax,
            List<ChartPoint> points,
            List<ChartPoint> corrected,
            List<SeriesLimit> limits) {}

    private final RecentReadings recent;
    private final CorrectedReadings corrected;
    private final SeriesLimits limits;
    private final ChartProperties charts;
    private final HomeostatProperties properties;

    ReadingsController(
            RecentReadings recent,
            CorrectedReadings corrected,
            SeriesLimits limits,
            ChartProperties charts,
            HomeostatProperties properties) {
        this.recent = recent;
        this.corrected = corrected;
        this.limits = limits;
        this.charts = charts;
        this.properties = properties;
    }

    @GetMapping("/{stream}/{sensor}/readings")
    ReadingsView readings(
            @PathVariable String stream,
            @PathVariable String sensor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "300") int points) {
        requireStream(stream);
        if (points < 1 || points > MOST_POINTS) {
            throw ProblemException.badRequest("points must be from 1 to " + MOST_POINTS + ", was " + points + ".");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.badRequest("from must be before to, was " + from + " and " + to + ".");
        }
        Optional<List<ChartPoint>> raw = recent.of(stream, sensor);
        return new ReadingsView(
                stream,
                sensor,
                limits.unitOf(stream, sensor).orElse(charts.unitOf(stream)),
                charts.unitOf(stream),
                raw.isPresent(),
                recent.isFull(),
                recent.seriesMax(),
                cut(raw.orElse(List.of()), from, to, points),
                cut(corrected.of(stream, sensor), from, to, points),
                limits.of(stream, sensor));
    }

    private static List<ChartPoint> cut(
            List<ChartPoint> points, @Nullable Instant from, @Nullable Instant to, int count) {
        return DownSampling.fit(
                DownSampling.between(points, from == null ? Instant.MIN : from, to == null ? Instant.MAX : to), count);
    }

    private void requireStream(String stream) {
        List<String> known =
                properties.streamTopics().stream().map(StreamTopics::stream).toList();
        if (!known.contains(stream)) {
            throw ProblemException.notFound("There is no stream \"" + stream + "\"; there are " + known + ".");
        }
    }
}
