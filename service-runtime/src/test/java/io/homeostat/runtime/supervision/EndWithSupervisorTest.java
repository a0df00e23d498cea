package io.homeostat.runtime.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndWithSupervisorTest {

    @Test
    void endsWhenTheInputEndsAndNotBefore() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        PipedOutputStream supervisor = new PipedOutputStream();
        Thread reader = new EndWithSupervisor(new PipedInputStream(supervisor), ended::countDown).watch();

        supervisor.write("still here\n".getBytes(StandardCharsets.UTF_8));
        supervisor.flush();
        assertThat(reader.isDaemon()).isTrue();
        assertThat(ended.getCount()).isEqualTo(1);

        supervisor.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
