package io.homeostat.benchmarks.faults.judging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stack's answer in one repeat was worth. Immutable.
 *
 * @param detected whether it was noticed
 * @param detectedMillis how long that took; {@code null} if it was not
 * @param component who was blamed; empty: nobody
 * @param componentRight whether that was the right one, and nobody else was
 * @param kind what was said to be wrong; empty: nothing
 * @param kindRight whether that was right
 * @param remedies what was tried, in its order
 * @param recoveredMillis from the harm to the first reading handled again; 0: the output never stood still; {@code null}: it
 *     did not come back
 * @param lost readings, or rather their answers
 * @param doubled likewise
 * @param verdict how it was said to have come out; empty: nobody said
 * @param verdictRight whether that was right
 * @param harm what was done to who was not to blame; empty: none
 * @param wellAgain whether everything was well in the end
 * @param note what else a reader should know
 */
public record Judgement(
        boolean detected,
        @Nullable Long detectedMillis,
        String component,
        boolean componentRight,
        String kind,
        boolean kindRight,
        List<String> remedies,
        @Nullable Long recoveredMillis,
        int lost,
        int doubled,
        String verdict,
        boolean verdictRight,
        String harm,
        boolean wellAgain,
        String note) {

    public Judgement {
        remedies = List.copyOf(remedies);
    }

    /** Of a repeat in which nothing could be measured. */
    public static Judgement failed(String why) {
        return new Judgement(
                false, null, "", false, "", false, List.of(), null, 0, 0, "", false, "", false, why.replace('\n', ' '));
    }

    /** Whether everything was as it should be. */
    public boolean isRight() {
        return componentRight
                && kindRight
                && verdictRight
                && harm.isEmpty()
                && lost == 0
                && doubled == 0
                && recoveredMillis != null
                && wellAgain;
    }
}
