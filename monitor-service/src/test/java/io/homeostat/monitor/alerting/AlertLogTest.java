package io.homeostat.monitor.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AlertLogTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AlertLog console = new AlertLog(nanos::get);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.homeostat.alerts");

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void saysOneLineForFiringAndOneForResolved() {
        console.say(AlertEvents.firing("1", "boiler-7"));
        console.say(AlertEvents.resolved("1", "boiler-7"));

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "FIRING warning temperature/boiler-7 by temperature-high: 37.25 is above 30.0",
                        "RESOLVED warning temperature/boiler-7 by temperature-high: 29.0 is below 30.0");
    }

    @Test
    void saysHowManyItLeftOut() {
        for (int i = 0; i < 50; i++) {
            console.say(AlertEvents.firing("1", "boiler-7"));
        }
        nanos.set(1_000_000_000);
        console.flush();

        assertThat(lines.list).hasSize(21);
        assertThat(lines.list.get(20).getFormattedMessage()).contains("30 more alerts");
    }

    @Test
    void letsNoSensorForgeALine() {
        console.say(AlertEvents.firing("1", "a\nERROR all is lost\u001b[31m\u2028\u202e"));

        assertThat(lines.list.get(0).getFormattedMessage())
                .contains("a?ERROR all is lost?[31m??")
                .doesNotContain("\n");
    }
}
