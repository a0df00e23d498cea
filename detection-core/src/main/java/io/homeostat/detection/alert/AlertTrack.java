package io.homeostat.detection.alert;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.condition.Condition;
import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.condition.Memory;
import io.homeostat.detection.condition.ValueCondition;
import io.homeostat.detection.condition.Verdicts;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one rule on one series. Mutable, not thread-safe; 20 to 256 bytes in its binary form, of a rule
 * over windows 12 bytes more for each pane.
 *
 * <p><b>The idea.</b> Two courses run over the readings: the <i>current</i> one has taken all of them, the
 * <i>settled</i> one only those that are no longer held, whose story no late reading can change. A late reading is put
 * among those held, a copy of the settled course runs over them again, and the difference between what comes of it and
 * what was published is published ({@link AlertRevision}). So the story that is told in the end does not depend on the
 * order of arrival.
 *
 * <p>What the condition of the current course remembers is not written: it follows from that of the settled one and the
 * readings held. A track that was read is asleep until it is brought under its rule, as only the rule knows what the
 * bytes of the memory mean.
 */
public final class AlertTrack {

    /** The most alerts that a late reading may still change; the oldest settle when there are more. */
    static final int MAX_PUBLISHED = 8;

    private static final Course.Follower NOBODY = (course, transition, atMillis) -> {};
    private static final long NEVER = Long.MIN_VALUE;
    private static final byte[] NOTHING = {};

    private final String ruleId;
    private int ruleVersion;
    private int ruleVariant;
    final Course settled = new Course();
    final Course current = new Course();
    final List<PublishedAlert> published = new ArrayList<>(0);

    /** The latest event time to which time alone has brought something that no reading had reached yet. */
    private long advancedToMillis = NEVER;

    /** What the written memory means, see {@link Condition#form}, and its bytes while the track is asleep. */
    private int form;

    private byte[] asleep = NOTHING;

    /** A track on which nothing has happened; what was read already is remembered and not judged. */
    public AlertTrack(JudgingRule rule, HeldReadings held, int first) {
        this(rule.id(), rule.rule().version(), rule.variant());
        begin(rule);
        runMemory(held, first, new LatestFinding());
    }

    private AlertTrack(String ruleId, int ruleVersion, int ruleVariant) {
        this.ruleId = ruleId;
        this.ruleVersion = ruleVersion;
        this.ruleVariant = ruleVariant;
    }

    /** The rule's name. */
    public String ruleId() {
        return ruleId;
    }

    /** The version of the rule that it was last judged by. */
    public int ruleVersion() {
        return ruleVersion;
    }

    /** Whether it was last judged by this rule, in this version, and as it is for these sensors. */
    public boolean isUnder(JudgingRule rule) {
        return ruleId.equals(rule.id()) && ruleVersion == rule.rule().version() && ruleVariant == rule.variant();
    }

    /** Whether an alert is open. */
    public boolean isOpen() {
        return current.machine.phase() != AlertMachine.Phase.QUIET;
    }

    /** Whether it was read and not brought under its rule yet. */
    public boolean isAsleep() {
        return current.isAsleep();
    }

    /** Until when time is known to have passed, in event time. */
    public long advancedToMillis() {
        return advancedToMillis;
    }

    /** When time alone brings something, in event time; {@link Long#MAX_VALUE} where it does not. */
    public long deadlineMillis(JudgingRule rule) {
        return current.deadlineMillis(rule);
    }

    /** Whether so many alerts may still change that the oldest have to settle. */
    public boolean isCrowded() {
        return published.size() > MAX_PUBLISHED;
    }

    void advancedTo(long millis) {
        advancedToMillis = Math.max(advancedToMillis, millis);
    }

    /** The sensor, which has not spoken yet, is expected to from a moment on. All must be settled afterwards. */
    public void expectFrom(long fromMillis) {
        current.memory().expectFrom(fromMillis);
    }

    /** Brings a track that was read under its rule. */
    public void awaken(JudgingRule rule, HeldReadings held, int first) {
        awaken(rule, held, first, new LatestFinding());
    }

    private void awaken(JudgingRule rule, HeldReadings held, int first, LatestFinding latest) {
        boolean meansTheSame = form == rule.condition().form();
        byte[] bytes = asleep;
        begin(rule);
        if (meansTheSame) {
            settled.memory().read(new ByteReader(bytes));
            current.memory().copyFrom(settled.memory());
        }
        runMemory(held, first, latest);
    }

    /**
     * From now on another version of the rule is judged by; what was remembered stays where it still means something.
     * All must be settled afterwards. Answers what the changed rule says of the newest reading, {@code null} where it
     * cannot say yet.
     */
    public @Nullable Finding changeTo(JudgingRule rule, HeldReadings held, int first) {
        boolean meansTheSame = form == rule.condition().form();
        ruleVersion = rule.rule().version();
        ruleVariant = rule.variant();
        LatestFinding latest = new LatestFinding();
        if (isAsleep()) {
            awaken(rule, held, first, latest);
        } else {
            Memory before = current.memory();
            begin(rule);
            if (meansTheSame) {
                current.memory().copyFrom(before);
            } else {
                runMemory(held, first, latest);
            }
        }
        return meansTheSame ? current.memory().judge(current.machine.measure()) : latest.finding;
    }

    private void begin(JudgingRule rule) {
        settled.remember(rule.condition().remember());
        current.remember(rule.condition().remember());
        form = rule.condition().form();
        asleep = NOTHING;
    }

    /** Lets the current memory take the readings that are held; what it says of them was said before. */
    private void runMemory(HeldReadings held, int first, Verdicts to) {
        current.lastReadIs(held);
        for (int index = first; index < held.size(); index++) {
            current.memory().read(held, index, to);
        }
        if (advancedToMillis != NEVER) {
            current.memory().pass(advancedToMillis, to);
        }
    }

    /** The oldest held reading is about to be dropped: its story is settled. */
    public void settleOldest(JudgingRule rule, HeldReadings held) {
        if (published.isEmpty()) {
            settled.read(rule, held, 0, NOBODY);
            return;
        }
        settled.read(rule, held, 0, (course, transition, atMillis) -> {
            if (!transition.state().isOpen()) {
                published.removeIf(alert ->
                        !alert.withdrawn && alert.endsBy(atMillis, course.causePartition(), course.causeOffset()));
            }
        });
        forgetWithdrawn(held.timeMillis(0), held.partition(0), held.offset(0));
    }

    /**
     * What was withdrawn may come back, as its id is that of the reading that raised it: until all is said of that reading,
     * and as long as an alert that it opened can be split off from the one that took it over.
     */
    private void forgetWithdrawn(long settledMillis, int partition, long offset) {
        long toldToMillis = settled.memory().toldToMillis(settledMillis);
        published.removeIf(alert -> alert.withdrawn
                && alert.endsBy(settledMillis, partition, offset)
                && alert.isRaisedUpTo(settledMillis, partition, offset)
                && alert.raisedAtMillis <= toldToMillis
                && !settled.machine.isOpenedBy(alert.raisedAtMillis, alert.raisedByPartition, alert.raisedByOffset));
    }

    /** All that was read is settled, and no course may run over it again. */
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

    /** Writes what each reading may change; times are written relative to a base that the reader must know. */
    public void writeHead(ByteWriter out, long baseMillis) {
        out.writeText(ruleId);
        // beside each other in one number: a rule that says the same of all sensors needs no byte more
        out.writeLong((long) ruleVariant << Integer.SIZE | ruleVersion);
        out.writeByte(advancedToMillis == NEVER ? 0 : 1);
        if (advancedToMillis != NEVER) {
            out.writeLong(baseMillis - advancedToMillis);
        }
        current.machine.write(out, baseMillis);
        out.writeByte(published.size());
        for (PublishedAlert alert : published) {
            alert.write(out, baseMillis);
        }
    }

    /** Writes what changes when readings settle. */
    public void writeSettled(ByteWriter out, long baseMillis) {
        settled.machine.write(out, baseMillis);
        settled.writeLastRead(out);
        out.writeLong(form);
        int block = out.beginBlock();
        if (settled.isAsleep()) {
            out.writeBytes(asleep);
        } else {
            settled.memory().write(out);
        }
        out.endBlock(block);
    }

    /** Reads what {@link #writeHead} wrote. */
    public static AlertTrack readHead(ByteReader in, long baseMillis) {
        String ruleId = in.readText();
        long versionAndVariant = in.readLong();
        AlertTrack track = new AlertTrack(ruleId, (int) versionAndVariant, (int) (versionAndVariant >> Integer.SIZE));
        if (in.readByte() != 0) {
            track.advancedToMillis = baseMillis - in.readLong();
        }
        track.current.machine.read(in, baseMillis);
        track.readPublished(in, baseMillis);
        return track;
    }

    /** Reads a whole track as the first version of the binary form had it, when no condition remembered anything. */
    public static AlertTrack readVersion1(ByteReader in, long baseMillis, long advancedToMillis) {
        AlertTrack track = new AlertTrack(in.readText(), in.readInt(), 0);
        track.settled.machine.readVersion1(in, baseMillis);
        track.current.machine.readVersion1(in, baseMillis);
        track.readPublished(in, baseMillis);
        track.advancedToMillis = advancedToMillis;
        track.form = ValueCondition.FORM;
        return track;
    }

    /** Reads what {@link #writeSettled} wrote. */
    public void readSettled(ByteReader in, long baseMillis) {
        settled.machine.read(in, baseMillis);
        settled.readLastRead(in);
        form = in.readInt();
        asleep = in.readBlock();
    }

    private void readPublished(ByteReader in, long baseMillis) {
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            published.add(PublishedAlert.read(in, baseMillis));
        }
    }

    /** What the last of some verdicts found. */
    private static final class LatestFinding implements Verdicts {

        private @Nullable Finding finding;

        @Override
        public void verdict(long atMillis, Finding found, int level, double measure, int partition, long offset) {
            finding = found;
        }
    }
}
