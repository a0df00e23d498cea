package io.homeostat.detection.healing;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A group of made-up sensors that read once a minute, one after the other, and what the core says of them. */
final class HallUnderTest {

    static final long BASE_MILLIS = 1_767_571_200_000L;
    static final long MINUTE_MILLIS = 60_000;
    static final double NOISE = 0.1;

    /** What a value stands in for, or what was said of it. */
    record Said(int minute, FaultKind kind, int flag, double raw, double value, double uncertainty, String method) {

        boolean isMended() {
            return !method.equals("none") || Double.isNaN(value);
        }
    }

    private final Random random;
    private final int sensors;
    private final Healed healed = new Healed();
    private final List<List<Said>> said = new ArrayList<>();
    private final List<Said> filled = new ArrayList<>();
    private SensorGroup group;
    private DoubleUnaryOperator event = minute -> 0;
    private int minute;

    HallUnderTest(int sensors, long seed) {
        this.sensors = sensors;
        random = new Random(seed);
        group = newGroup();
        for (int i = 0; i < sensors; i++) {
            said.add(new ArrayList<>());
        }
    }

    private SensorGroup newGroup() {
        SensorGroup made = new SensorGroup();
        for (int i = 0; i < sensors; i++) {
            made.add(new SensorProfile("hall-" + i, "°C", -40, 125, MINUTE_MILLIS));
        }
        return made;
    }

    /** What moves all sensors besides the day. */
    HallUnderTest event(DoubleUnaryOperator ofMinute) {
        event = ofMinute;
        return this;
    }

    double truth(int sensor, int atMinute) {
        return 20 + sensor + 3 * Math.sin(2 * Math.PI * atMinute / 1440.0) + event.applyAsDouble(atMinute);
    }

    /** Lets healthy minutes pass. */
    HallUnderTest run(int minutes) {
        return run(minutes, (at, value) -> value);
    }

    /** What the first sensor shows instead of a value; infinite: it sends nothing. */
    @FunctionalInterface
    interface Shown {

        double at(int minute, double value);
    }

    /** Lets minutes pass in which the first sensor shows something else. */
    HallUnderTest run(int minutes, Shown shown) {
        for (int i = 0; i < minutes; i++, minute++) {
            for (int sensor = 0; sensor < sensors; sensor++) {
                double value = Math.rint(100 * (truth(sensor, minute) + NOISE * random.nextGaussian())) / 100;
                double raw = sensor == 0 ? shown.at(minute, value) : value;
                if (!Double.isInfinite(raw)) {
                    take(sensor, BASE_MILLIS + minute * MINUTE_MILLIS, raw);
                }
            }
        }
        return this;
    }

    /** One reading with any time stamp. */
    Said take(int sensor, long stampMillis, double raw) {
        group.take(sensor, stampMillis, raw, healed, (number, fill) -> filled.add(said(fill, Double.NaN)));
        Said what = said(healed, raw);
        said.get(sensor).add(what);
        return what;
    }

    private Said said(Healed what, double raw) {
        return new Said(
                (int) ((what.timeMillis() - BASE_MILLIS) / MINUTE_MILLIS),
                what.kind(),
                what.flag().code(),
                raw,
                what.value(),
                what.uncertainty(),
                what.method());
    }

    /** What was said of the first sensor since a minute. */
    List<Said> since(int from) {
        return of(0).stream().filter(each -> each.minute() >= from).toList();
    }

    List<Said> of(int sensor) {
        return said.get(sensor);
    }

    List<Said> filled() {
        return filled;
    }

    int minute() {
        return minute;
    }

    SensorGroup group() {
        return group;
    }

    /** Goes on with what was written, as after a restart. */
    HallUnderTest restart() {
        SensorGroup restored = newGroup();
        for (int i = 0; i < sensors; i++) {
            restored.read(i, new ByteReader(bytes(i)));
        }
        group = restored;
        return this;
    }

    byte[] bytes(int sensor) {
        ByteWriter out = new ByteWriter();
        group.write(sensor, out);
        return out.toBytes();
    }
}
