package io.homeostat.healer.watching;

import io.homeostat.healer.signals.Answer;
import io.homeostat.healer.signals.Probe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What came of asking one question, over the last five minutes at one question a second. Pure; thread-safe. */
final class ProbeTrack {

    private static final int REMEMBERED = 300;
    private static final int NEWEST = 5;
    private static final int ENOUGH = 10;
    private static final int LONGEST_DETAIL = 300;

    private final PhiAccrual accrual = new PhiAccrual();
    private final Deque<Long> took = new ArrayDeque<>();
    private final Deque<Boolean> good = new ArrayDeque<>();
    private Answer answer = Answer.NOT_ASKED;
    private long sinceMillis;
    private long goodMillis = Long.MIN_VALUE;
    private String detail = "";

    /** Takes an answer, or that none came within the time that it was given. */
    synchronized void note(Answer came, long tookMillis, String said, long nowMillis) {
        if (came != answer) {
            answer = came;
            sinceMillis = nowMillis;
        }
        detail = bounded(said);
        if (came == Answer.UP) {
            accrual.heard(nowMillis);
            goodMillis = nowMillis;
        }
        push(took, tookMillis, REMEMBERED);
        push(good, came == Answer.UP, NEWEST);
    }

    /** The target began a new life: how regular it was before says nothing of it. */
    synchronized void forgetRhythm() {
        accrual.forget();
    }

    synchronized Probe view(long nowMillis) {
        if (answer == Answer.NOT_ASKED) {
            return Probe.NOT_ASKED;
        }
        List<Long> all = List.copyOf(took);
        return new Probe(
                answer,
                nowMillis - sinceMillis,
                goodMillis == Long.MIN_VALUE ? Long.MAX_VALUE : nowMillis - goodMillis,
                goodMillis == Long.MIN_VALUE ? 0 : accrual.phi(nowMillis),
                all.get(all.size() - 1),
                all.size() < NEWEST ? 0 : median(all.subList(all.size() - NEWEST, all.size())),
                all.size() < ENOUGH ? 0 : median(all),
                (int) good.stream().filter(one -> !one).count(),
                good.size(),
                detail);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }

    private static <T> void push(Deque<T> onto, T value, int most) {
        onto.addLast(value);
        if (onto.size() > most) {
            onto.removeFirst();
        }
    }

    private static String bounded(String text) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
        return plain.length() <= LONGEST_DETAIL ? plain : plain.substring(0, LONGEST_DETAIL) + "…";
    }
}
