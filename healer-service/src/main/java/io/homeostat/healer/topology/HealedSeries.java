package io.homeostat.healer.topology;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.detection.rule.RuleSet;
import io.homeostat.model.reading.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the healer remembers of a series: how far its event time has come, and its last good reading, from which every
 * correction but a clamp begins. Mutable, not thread-safe; 26 bytes in its binary form.
 */
final class HealedSeries {

    private static final int VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private long newestMillis = NEVER;
    private long newestCameAtMillis;
    private long lastGoodMillis = NEVER;
    private double lastGoodValue;

    /** Not part of the state: the rules about this sensor, kept beside it so that they are matched once. */
    private List<JudgingRule> rules = List.of();

    private @Nullable RuleSet matched;

    List<JudgingRule> rules(RuleSet inForce, String sensorId) {
        if (matched != inForce) {
            if (!inForce.saysTheSame(matched, sensorId)) {
                rules = inForce.about(sensorId);
            }
            matched = inForce;
        }
        return rules;
    }

    boolean isTooLate(Reading reading, long latenessMillis) {
        return newestMillis != NEVER && reading.eventTimeMillis() < newestMillis - latenessMillis;
    }

    void came(Reading reading, boolean good, long nowMillis) {
        if (reading.eventTimeMillis() > newestMillis) {
            newestMillis = reading.eventTimeMillis();
            newestCameAtMillis = nowMillis;
        }
        if (good && reading.eventTimeMillis() > lastGoodMillis) {
            lastGoodMillis = reading.eventTimeMillis();
            lastGoodValue = reading.value();
        }
    }

    long newestCameAtMillis() {
        return newestCameAtMillis;
    }

    byte[] toBytes(ByteWriter out) {
        out.clear();
        out.writeByte(VERSION);
        out.writeFixedLong(newestMillis);
        out.writeLong(newestMillis - newestCameAtMillis);
        out.writeByte(lastGoodMillis == NEVER ? 0 : 1);
        if (lastGoodMillis != NEVER) {
            out.writeLong(newestMillis - lastGoodMillis);
            out.writeDouble(lastGoodValue);
        }
        return out.toBytes();
    }

    static HealedSeries read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("a state must be of version " + VERSION + ", was " + version);
        }
        HealedSeries series = new HealedSeries();
        series.newestMillis = in.readFixedLong();
        series.newestCameAtMillis = series.newestMillis - in.readLong();
        if (in.readByte() == 1) {
            series.lastGoodMillis = series.newestMillis - in.readLong();
            series.lastGoodValue = in.readDouble();
        }
        return series;
    }
}
