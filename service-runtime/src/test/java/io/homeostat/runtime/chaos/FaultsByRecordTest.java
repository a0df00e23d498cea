package io.homeostat.runtime.chaos;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.homeostat.runtime.stream.RecordHook;
import io.homeostat.runtime.web.ProblemException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultsByRecordTest {

    private final FaultsByRecord faults = FaultsByRecord.of(HookedThreads.STREAM);
    private final RecordHook hook = new RecordFaults(faults.hooks());

    @Test
    void doesNothingUnlessAFaultIsOrdered() {
        assertThatCode(hook::beforeRecord).doesNotThrowAnyException();
        assertThat(faults.faults()).noneMatch(Fault::isRunning);
    }

    @Test
    void throwsAsOftenAsOrdered() {
        Fault fault = fault("throw-in-processor");
        fault.begin(new FaultOrder(2, null, null, null));

        assertThatThrownBy(hook::beforeRecord).isInstanceOf(IllegalStateException.class);
        assertThat(fault.isRunning()).isTrue();
        assertThatThrownBy(hook::beforeRecord).isInstanceOf(IllegalStateException.class);
        assertThatCode(hook::beforeRecord).doesNotThrowAnyException();
        assertThat(fault.struck()).isEqualTo(2);
        assertThat(fault.isRunning()).isFalse();
    }

    @Test
    void poisonsOneRecordAndNoOther() {
        Fault fault = fault("poison-record");
        fault.begin(usual());

        assertThatThrownBy(() -> hook.beforeRecord("temperature", 0, 7)).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> hook.beforeRecord("temperature", 0, 8)).doesNotThrowAnyException();
        assertThatCode(() -> hook.beforeRecord("temperature", 1, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> hook.beforeRecord("temperature", 0, 7)).isInstanceOf(IllegalStateException.class);
        assertThat(fault.struck()).isEqualTo(2);

        fault.end();
        assertThatCode(() -> hook.beforeRecord("temperature", 0, 7)).doesNotThrowAnyException();
    }

    @Test
    void throwsAnError() {
        fault("thread-error").begin(usual());

        assertThatThrownBy(hook::beforeRecord).isInstanceOf(AssertionError.class);
        assertThatCode(hook::beforeRecord).doesNotThrowAnyException();
    }

    @Test
    void holdsAThreadUntilTheFaultEndsEvenIfItIsInterrupted() throws InterruptedException {
        Fault fault = fault("block-thread");
        fault.begin(usual());
        Thread thread = comesWithARecord();
        await().atMost(10, SECONDS).until(() -> fault.struck() == 1);

        thread.interrupt();
        thread.join(200);
        assertThat(thread.isAlive()).isTrue();

        fault.end();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void holdsAThreadForSoLong() throws InterruptedException {
        fault("block-thread").begin(new FaultOrder(null, null, Duration.ofMillis(50), null));

        Thread thread = comesWithARecord();

        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        await().atMost(10, SECONDS).until(() -> !fault("block-thread").isRunning());
    }

    @Test
    void delaysEachRecord() {
        fault("slow-processing").begin(new FaultOrder(null, Duration.ofMillis(20), null, null));
        long begun = System.nanoTime();

        for (int record = 0; record < 3; record++) {
            hook.beforeRecord();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void locksAThreadWithAnotherSoThatTheVirtualMachineFindsIt() {
        Fault fault = fault("deadlock");
        fault.begin(usual());

        Thread thread = comesWithARecord();

        await().atMost(10, SECONDS).until(() -> {
            long[] locked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
            return locked != null && Arrays.stream(locked).anyMatch(id -> id == thread.getId());
        });
        fault.end();
        assertThat(fault.isRunning()).as("it is for good").isTrue();
    }

    @Test
    void canBeEndedBeforeItStruck() {
        for (Fault fault : faults.faults()) {
            fault.begin(usual());
            assertThat(fault.isRunning()).as(fault.name()).isTrue();
            fault.end();
            assertThat(fault.isRunning()).as(fault.name()).isFalse();
        }
        assertThatCode(hook::beforeRecord).doesNotThrowAnyException();
    }

    @Test
    void canOnlyBlockThreadsThatPublish() {
        FaultsByRecord publishing = FaultsByRecord.of(HookedThreads.PUBLISHING);

        assertThat(publishing.hooks()).hasSize(1);
        assertThatThrownBy(() -> publishing.faults().get(0).begin(usual()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs a stream thread, and this service has none");
    }

    private Thread comesWithARecord() {
        Thread thread = new Thread(hook::beforeRecord);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private Fault fault(String name) {
        return faults.faults().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static FaultOrder usual() {
        return new FaultOrder(null, null, null, null);
    }
}
