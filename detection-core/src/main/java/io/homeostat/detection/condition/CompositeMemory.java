package io.homeostat.detection.condition;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import io.homeostat.detection.condition.CompositeCondition.Combination;
import io.homeostat.detection.lateness.HeldReadings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The memories of several conditions, and what each said last. Their verdicts are put in the order of time; those about
 * a moment of which another condition has not spoken yet (a spike is known one reading later) wait for it.
 */
final class CompositeMemory implements Memory {

    private static final Finding[] FINDINGS = Finding.values();
    private static final int UNKNOWN = -1;
    private static final int FIRST_ROOM = 4;

    private final Combination rule;
    private final List<Memory> parts;
    private final Verdicts[] hearers;
    private final @Nullable Finding[] findings;
    private final double[] measures;

    /** The verdicts that wait, in order. */
    private int waiting;

    private int[] waitingParts = new int[FIRST_ROOM];
    private Finding[] waitingFindings = new Finding[FIRST_ROOM];
    private double[] waitingMeasures = new double[FIRST_ROOM];
    private long[] waitingMillis = new long[FIRST_ROOM];
    private int[] waitingPartitions = new int[FIRST_ROOM];
    private long[] waitingOffsets = new long[FIRST_ROOM];

    CompositeMemory(Combination rule, List<Memory> parts) {
        this.rule = rule;
        this.parts = List.copyOf(parts);
        findings = new Finding[parts.size()];
        measures = new double[parts.size()];
        Arrays.fill(measures, Double.NaN);
        hearers = new Verdicts[parts.size()];
        for (int i = 0; i < hearers.length; i++) {
            int part = i;
            hearers[i] = (atMillis, finding, level, measure, partition, offset) ->
                    hear(part, atMillis, finding, measure, partition, offset);
        }
    }

    @Override
    public void read(HeldReadings held, int index, Verdicts to) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).read(held, index, hearers[i]);
        }
        tell(toldToMillis(held.timeMillis(index)), to);
    }

    @Override
    public void expectFrom(long fromMillis) {
        parts.forEach(part -> part.expectFrom(fromMillis));
    }

    @Override
    public void pass(long toMillis, Verdicts to) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).pass(toMillis, hearers[i]);
        }
        tell(toldToMillis(toMillis), to);
    }

    @Override
    public long nextMillis() {
        long next = NEVER;
        for (Memory part : parts) {
            next = Math.min(next, part.nextMillis());
        }
        return next;
    }

    @Override
    public long toldToMillis(long readMillis) {
        long told = readMillis;
        for (Memory part : parts) {
            told = Math.min(told, part.toldToMillis(readMillis));
        }
        return told;
    }

    private void hear(int part, long atMillis, Finding finding, double measure, int partition, long offset) {
        if (waiting == waitingParts.length) {
            grow();
        }
        int at = waiting++;
        while (at > 0
                && HeldReadings.compare(
                                waitingMillis[at - 1],
                                waitingPartitions[at - 1],
                                waitingOffsets[at - 1],
                                atMillis,
                                partition,
                                offset)
                        > 0) {
            move(at - 1, at);
            at--;
        }
        waitingParts[at] = part;
        waitingFindings[at] = finding;
        waitingMeasures[at] = measure;
        waitingMillis[at] = atMillis;
        waitingPartitions[at] = partition;
        waitingOffsets[at] = offset;
    }

    /** Puts together what was said of each moment that all have spoken of. */
    private void tell(long toMillis, Verdicts to) {
        int told = 0;
        while (told < waiting && waitingMillis[told] <= toMillis) {
            long atMillis = waitingMillis[told];
            int partition = waitingPartitions[told];
            long offset = waitingOffsets[told];
            while (told < waiting
                    && waitingMillis[told] == atMillis
                    && waitingPartitions[told] == partition
                    && waitingOffsets[told] == offset) {
                findings[waitingParts[told]] = waitingFindings[told];
                measures[waitingParts[told]] = waitingMeasures[told];
                told++;
            }
            Finding together = together();
            if (together != null) {
                to.verdict(atMillis, together, 0, measures[decisive()], partition, offset);
            }
        }
        for (int i = told; i < waiting; i++) {
            move(i, i - told);
        }
        waiting -= told;
    }

    private @Nullable Finding together() {
        return switch (rule) {
            case ALL -> extreme(Finding.CLEAR, Finding.BREACH);
            case ANY -> extreme(Finding.BREACH, Finding.CLEAR);
            case NOT -> turned(findings[0]);
        };
    }

    private Finding extreme(Finding decides, Finding onlyIfAll) {
        boolean all = true;
        for (Finding finding : findings) {
            Finding known = finding == null ? Finding.CLEAR : finding;
            if (known == decides) {
                return decides;
            }
            all &= known == onlyIfAll;
        }
        return all ? onlyIfAll : Finding.BETWEEN;
    }

    private static @Nullable Finding turned(@Nullable Finding finding) {
        if (finding == null || finding == Finding.BETWEEN) {
            return finding;
        }
        return finding == Finding.BREACH ? Finding.CLEAR : Finding.BREACH;
    }

    /** The part that a sentence names first: the first one that is as the whole is, else the first. */
    private int decisive() {
        Finding whole = rule == Combination.NOT ? findings[0] : together();
        for (int i = 0; i < findings.length; i++) {
            if (findings[i] == whole) {
                return i;
            }
        }
        return 0;
    }

    @Override
    public Finding judge(double measure) {
        for (int i = 0; i < findings.length; i++) {
            if (findings[i] != null) {
                findings[i] = parts.get(i).judge(measures[i]);
            }
        }
        Finding together = together();
        return together == null ? Finding.CLEAR : together;
    }

    @Override
    public double limit(double measure) {
        int part = decisive();
        return parts.get(part).limit(measures[part]);
    }

    @Override
    public Reason reason(double measure) {
        String joint = rule == Combination.ALL ? ", and " : ", or ";
        Finding whole = together();
        StringBuilder sentence = new StringBuilder(rule == Combination.NOT ? "not: " : "");
        Map<String, Object> arguments = new LinkedHashMap<>();
        int named = 0;
        for (int i = 0; i < findings.length; i++) {
            // of a breach all that are breached are told, of what is none all that are not
            boolean tells = rule == Combination.NOT || whole == Finding.BREACH == (findings[i] == Finding.BREACH);
            if (tells && findings[i] != null) {
                Reason reason = parts.get(i).reason(measures[i]);
                sentence.append(named++ == 0 ? "" : joint).append(reason.sentence());
                arguments.put("reason" + named, reason.sentence());
            }
        }
        String code = rule.name().toLowerCase(java.util.Locale.ROOT) + (whole == Finding.BREACH ? "" : "-not");
        return new Reason(code, sentence.toString(), arguments);
    }

    @Override
    public List<Statement> parts() {
        return IntStream.range(0, findings.length)
                .mapToObj(i -> Statement.of(parts.get(i), findings[i], measures[i]))
                .toList();
    }

    @Override
    public void copyFrom(Memory other) {
        CompositeMemory from = (CompositeMemory) other;
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).copyFrom(from.parts.get(i));
            findings[i] = from.findings[i];
            measures[i] = from.measures[i];
        }
        while (waitingParts.length < from.waiting) {
            grow();
        }
        waiting = from.waiting;
        System.arraycopy(from.waitingParts, 0, waitingParts, 0, waiting);
        System.arraycopy(from.waitingFindings, 0, waitingFindings, 0, waiting);
        System.arraycopy(from.waitingMeasures, 0, waitingMeasures, 0, waiting);
        System.arraycopy(from.waitingMillis, 0, waitingMillis, 0, waiting);
        System.arraycopy(from.waitingPartitions, 0, waitingPartitions, 0, waiting);
        System.arraycopy(from.waitingOffsets, 0, waitingOffsets, 0, waiting);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // another order of the findings is another version of the binary form
    public void write(ByteWriter out) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(out);
            Finding finding = findings[i];
            out.writeLong(finding == null ? UNKNOWN : finding.ordinal());
            if (finding != null) {
                out.writeDouble(measures[i]);
            }
        }
        out.writeLong(waiting);
        for (int i = 0; i < waiting; i++) {
            out.writeLong(waitingParts[i]);
            out.writeLong(waitingFindings[i].ordinal());
            out.writeDouble(waitingMeasures[i]);
            out.writeLong(waitingMillis[i]);
            out.writeLong(waitingPartitions[i]);
            out.writeLong(waitingOffsets[i]);
        }
    }

    @Override
    public void read(ByteReader in) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).read(in);
            int finding = in.readInt();
            findings[i] = finding == UNKNOWN ? null : FINDINGS[finding];
            measures[i] = finding == UNKNOWN ? Double.NaN : in.readDouble();
        }
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            int part = in.readInt();
            Finding finding = FINDINGS[in.readInt()];
            double measure = in.readDouble();
            hear(part, in.readLong(), finding, measure, in.readInt(), in.readLong());
        }
    }

    private void move(int from, int to) {
        waitingParts[to] = waitingParts[from];
        waitingFindings[to] = waitingFindings[from];
        waitingMeasures[to] = waitingMeasures[from];
        waitingMillis[to] = waitingMillis[from];
        waitingPartitions[to] = waitingPartitions[from];
        waitingOffsets[to] = waitingOffsets[from];
    }

    private void grow() {
        int room = 2 * waitingParts.length;
        waitingParts = Arrays.copyOf(waitingParts, room);
        waitingFindings = Arrays.copyOf(waitingFindings, room);
        waitingMeasures = Arrays.copyOf(waitingMeasures, room);
        waitingMillis = Arrays.copyOf(waitingMillis, room);
        waitingPartitions = Arrays.copyOf(waitingPartitions, room);
        waitingOffsets = Arrays.copyOf(waitingOffsets, room);
    }
}
