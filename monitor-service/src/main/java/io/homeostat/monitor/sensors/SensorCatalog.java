package io.homeostat.monitor.sensors;

import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.monitor.readings.ChartPoint;
import io.homeostat.monitor.readings.ChartProperties;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.monitor.sensors.SensorView.LeftOut;
import io.homeostat.runtime.stream.Pipelines;
import io.homeostat.runtime.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All sensors that were declared or heard lately. Thread-safe. A question costs a look at each of them, and the page that
 * is answered: some 60 ms of CPU for a hundred thousand.
 */
final class SensorCatalog {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::sensorId).thenComparing(Place::stream);

    private record Place(String stream, String sensorId) {}

    private final SensorLedger ledger;
    private final RecentReadings recent;
    private final ChartProperties charts;
    private final Pipelines pipelines;

    SensorCatalog(SensorLedger ledger, RecentReadings recent, ChartProperties charts, Pipelines pipelines) {
        this.ledger = ledger;
        this.recent = recent;
        this.charts = charts;
        this.pipelines = pipelines;
    }

    /** A part of the sensors that are looked for, in the order of their ids. */
    Page<SensorView> find(SensorQuery query, int page, int size) {
        Page.check(page, size);
        Optional<KnownSensors> known = ledger.knownIfRead();
        SensorQuery.Test test = query.ready();
        List<Place> found = new ArrayList<>();
        known.ifPresent(sensors -> sensors.all().forEach(sensor -> {
            if (test.isMet(sensor.stream(), sensor.id(), sensor)
                    && (!query.heard()
                            || recent.newest(sensor.stream(), sensor.id()).isPresent())
                    && (!query.ownUnit() || hasOwnUnit(sensor))) {
                found.add(new Place(sensor.stream(), sensor.id()));
            }
        }));
        recent.forEachSeries((stream, sensorId) -> {
            if (!query.ownUnit() && test.isMet(stream, sensorId, null) && of(known, stream, sensorId) == null) {
                found.add(new Place(stream, sensorId));
            }
        });
        found.sort(ORDER);
        Page<Place> places = Page.of(found, page, size);
        List<SensorView> views = places.items().stream()
                .map(place -> view(place.stream, place.sensorId, of(known, place.stream, place.sensorId), null))
                .toList();
        return new Page<>(views, page, size, places.total());
    }

    /** One sensor, with the rules that cannot judge it. */
    SensorView view(String stream, String sensorId, @Nullable Sensor known) {
        return view(stream, sensorId, known, leftOut(stream, sensorId, known));
    }

    /** Whether there are so many series that not of each readings are kept. */
    boolean isFull() {
        return recent.isFull();
    }

    private boolean hasOwnUnit(Sensor sensor) {
        return sensor.unit() != null && !sensor.unit().equals(charts.unitOf(sensor.stream()));
    }

    private static @Nullable Sensor of(Optional<KnownSensors> known, String stream, String sensorId) {
        return known.map(sensors -> sensors.of(stream, sensorId)).orElse(null);
    }

    private SensorView view(
            String stream, String sensorId, @Nullable Sensor known, @Nullable List<LeftOut> rulesLeftOut) {
        Optional<ChartPoint> newest = recent.newest(stream, sensorId);
        Map<String, Object> written = known == null ? Map.of() : SensorJson.toMap(known);
        String unit = known == null ? null : known.unit();
        return new SensorView(
                stream,
                sensorId,
                unit == null ? charts.unitOf(stream) : unit,
                charts.unitOf(stream),
                known == null ? Map.of() : known.labels(),
                written.get("physicalRange"),
                (String) written.get("expectedInterval"),
                known == null ? null : known.group(),
                known != null,
                newest.map(ChartPoint::time).orElse(null),
                newest.map(ChartPoint::last).orElse(null),
                newest.isPresent(),
                rulesLeftOut);
    }

    private List<LeftOut> leftOut(String stream, String sensorId, @Nullable Sensor known) {
        List<LeftOut> leftOut = new ArrayList<>();
        var unused = RuleSet.of(
                        stream,
                        pipelines.rulesOf(stream),
                        (rule, refusal) -> leftOut.add(new LeftOut(rule.id(), String.valueOf(refusal.getMessage()))))
                .with(known == null ? Map.of() : Map.of(sensorId, known))
                .about(sensorId);
        return leftOut;
    }
}
