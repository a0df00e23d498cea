package io.homeostat.benchmarks.faults.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.reading.Source;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();
    private long offset;

    @Test
    void findsNothingWrongWithOneAlertAndOneCorrectionForEachBreach() {
        good();
        Source breach = breach();
        answered(Output.ALERTS, breach);
        answered(Output.CORRECTIONS, breach);

        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 0, 0));
    }

    @Test
    void countsEachAnswerThatNeverCame() {
        good();
        answered(Output.CORRECTIONS, breach());

        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 1, 0));
        assertThat(ledger.missing()).isOne();
    }

    @Test
    void countsEachAnswerThatCameTwice() {
        good();
        Source breach = breach();
        answered(Output.ALERTS, breach);
        answered(Output.ALERTS, breach);
        answered(Output.CORRECTIONS, breach);

        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 0, 1));
    }

    @Test
    void matchesAnAnswerThatIsSeenBeforeTheAcknowledgement() {
        good();
        Source breach = new Source("temperature", 0, 100);
        answered(Output.ALERTS, breach);
        answered(Output.CORRECTIONS, breach);
        ledger.acknowledged("a", breach, true, 1);

        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 0, 0));
    }

    @Test
    void expectsNoSecondAlertWhileOneIsOpen() {
        good();
        Source first = breach();
        Source second = breach();
        answered(Output.ALERTS, first);
        answered(Output.CORRECTIONS, first);
        answered(Output.CORRECTIONS, second);
        assertThat(ledger.reckon()).isEqualTo(new Reckoning(2, 0, 0));

        answered(Output.ALERTS, second);
        assertThat(ledger.reckon().doubled()).isOne();
    }

    @Test
    void expectsNeitherAnAlertNorNoneAfterAReadingOfWhichKafkaSaidNothing() {
        good();
        ledger.failed("a");
        Source breach = breach();
        answered(Output.CORRECTIONS, breach);
        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 0, 0));

        answered(Output.ALERTS, breach);
        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 0, 0));
        assertThat(ledger.failures()).isOne();
    }

    @Test
    void excusesTheCorrectionsThatTheFaultItselfDestroyed() {
        good();
        Source breach = new Source("temperature", 0, 100);
        ledger.acknowledged("a", breach, true, 50);
        answered(Output.ALERTS, breach);
        ledger.excuseCorrections(40, 60);
        assertThat(ledger.reckon()).isEqualTo(new Reckoning(1, 0, 0));

        Source later = new Source("temperature", 0, 101);
        ledger.acknowledged("b", later, true, 61);
        assertThat(ledger.reckon().lost()).isOne();
    }

    @Test
    void tellsWhenTheBreachesSinceATimeWereHandled() {
        ledger.acknowledged("a", new Source("temperature", 0, 1), true, 10);
        ledger.acknowledged("a", new Source("temperature", 0, 2), true, 20);
        ledger.answered(Output.ALERTS, new Source("temperature", 0, 1), 15);
        ledger.answered(Output.ALERTS, new Source("temperature", 0, 2), 25);

        assertThat(ledger.handled(Output.ALERTS, 20)).containsExactly(new Handled(20, 25));
    }

    private void good() {
        ledger.acknowledged("a", new Source("temperature", 0, offset++), false, offset);
    }

    private Source breach() {
        Source source = new Source("temperature", 0, offset++);
        ledger.acknowledged("a", source, true, offset);
        return source;
    }

    private void answered(Output output, Source source) {
        ledger.answered(output, source, 1_000);
    }
}
