package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one rule on one series. Mutable, not thread-safe; 20 to 256 bytes in its binary form.
 *
 * <p><b>The idea.</b> Two machines run over the readings: the <i>current</i> one has taken all of them, the
 * <i>settled</i> one only those that are no longer held, whose story no late reading can change. A late reading is put
 * among those held, a copy of the settled machine runs over them again, and the difference between what comes of it and
 * what was published is published ({@link AlertRevision}). So the story that is told in the end does not depend on the
 * order of arrival.
 */
public final class AlertTrack {

    /** The most alerts that a late reading may still change; the oldest settle when there are more. */
    static final int MAX_PUBLISHED = 8;

    private static final AlertMachine.Observer NOBODY = (transition, atMillis, cause, byTimer) -> {};

    private final String ruleId;
    private int ruleVersion;
    final AlertMachine settled = new AlertMachine();
    final AlertMachine current = new AlertMachine();
    final List<PublishedAlert> published = new ArrayList<>(0);

    /** A track on which nothing has happened. */
    public AlertTrack(JudgingRule rule) {
        this(rule.id(), rule.rule().version());
    }

    private AlertTrack(String ruleId, int ruleVersion) {
        this.ruleId = ruleId;
        this.ruleVersion = ruleVersion;
    }

    /** The rule's name. */
    public String ruleId() {
        return ruleId;
    }

    /** The version of the rule that it was last judged by. */
    public int ruleVersion() {
        return ruleVersion;
    }

    /** From now on another version of the rule is judged by. */
    public void ruleVersion(int version) {
        ruleVersion = version;
    }

    /** Whether an alert is open. */
    public boolean isOpen() {
        return current.phase() != AlertMachine.Phase.QUIET;
    }

    /** When the running timer is over, in event time; {@link Long#MAX_VALUE} where none is running. */
    public long deadlineMillis(JudgingRule rule) {
        return current.deadlineMillis(rule);
    }

    /** Whether so many alerts may still change that the oldest have to settle. */
    public boolean isCrowded() {
        return published.size() > MAX_PUBLISHED;
    }

    /** The oldest held reading is about to be dropped: its story is settled. */
    public void settleOldest(JudgingRule rule, HeldReadings held) {
        settled.step(rule, held, 0, NOBODY);
        if (!published.isEmpty()) {
            published.removeIf(alert -> alert.endsBy(held.timeMillis(0), held.partition(0), held.offset(0)));
        }
    }

    /** All that was read is settled, and no machine may step over it again. */
    public void settleAll() {
        settled.copyFrom(current);
        published.removeIf(alert -> !alert.isOpen());
    }

    @Nullable
    PublishedAlert openAlert() {
        for (int i = published.size() - 1; i >= 0; i--) {
            if (published.get(i).isOpen()) {
                return published.get(i);
            }
        }
        return null;
    }

    /** Writes the binary form; times are written relative to a base that the reader must know. */
    public void write(ByteWriter out, long baseMillis) {
        out.writeText(ruleId);
        out.writeLong(ruleVersion);
        settled.write(out, baseMillis);
        current.write(out, baseMillis);
        out.writeByte(published.size());
        for (PublishedAlert alert : published) {
            alert.write(out, baseMillis);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static AlertTrack read(ByteReader in, long baseMillis) {
        AlertTrack track = new AlertTrack(in.readText(), in.readInt());
        track.settled.read(in, baseMillis);
        track.current.read(in, baseMillis);
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            track.published.add(PublishedAlert.read(in, baseMillis));
        }
        return track;
    }
}
