package io.homeostat.runtime.chaos;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.homeostat.runtime.web.ProblemException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ExhaustConnectionsTest {

    private final Semaphore free = new Semaphore(3);
    private final Fault fault = new ExhaustConnections(this::pool);

    @Test
    void takesAllConnectionsAndGivesThemBackInTheEnd() {
        fault.begin(new FaultOrder(null, null, null, null));

        await().atMost(10, SECONDS).until(() -> free.availablePermits() == 0);
        assertThat(fault.struck()).isEqualTo(3);

        fault.end();
        assertThat(free.availablePermits()).isEqualTo(3);
        assertThat(fault.isRunning()).isFalse();
    }

    @Test
    void takesAlsoWhatOthersGiveBackMeanwhile() {
        assertThat(free.tryAcquire(2)).isTrue();
        fault.begin(new FaultOrder(null, null, null, null));
        await().atMost(10, SECONDS).until(() -> fault.struck() == 1);

        free.release(2);

        await().atMost(10, SECONDS).until(() -> fault.struck() == 3);
        fault.end();
    }

    @Test
    void endsByItselfAfterItsTime() {
        fault.begin(new FaultOrder(null, null, Duration.ofMillis(100), null));

        await().atMost(10, SECONDS).until(() -> !fault.isRunning());

        assertThat(free.availablePermits()).isEqualTo(3);
    }

    @Test
    void isNotToBeHadWithoutADatabase() {
        Fault without = new ExhaustConnections(() -> null);

        assertThatThrownBy(() -> without.begin(new FaultOrder(null, null, null, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this service has no database");
    }

    private DataSource pool() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!free.tryAcquire(20, MILLISECONDS)) {
                        throw new SQLException("no connection within 20 ms");
                    }
                    return connection();
                });
    }

    private Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        free.release();
                    }
                    return null;
                });
    }
}
