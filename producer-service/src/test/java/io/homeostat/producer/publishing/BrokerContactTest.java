package io.homeostat.producer.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrokerContactTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:15:00Z");

    private final BrokerContact contact = new BrokerContact();

    @Test
    void isStartingUntilKafkaWasAsked() {
        assertThat(contact.state(NOW)).isEqualTo(BrokerContact.State.STARTING);
        contact.probed(false);
        assertThat(contact.state(NOW)).isEqualTo(BrokerContact.State.WAITING);
    }

    @Test
    void runsWhileKafkaAcknowledges() {
        contact.sent(NOW);
        contact.acknowledged(NOW.plusMillis(5));

        assertThat(contact.state(NOW.plusSeconds(1))).isEqualTo(BrokerContact.State.RUNNING);
        assertThat(contact.lastAcknowledgement()).isEqualTo(NOW.plusMillis(5));
    }

    @Test
    void waitsWhenARecordStaysUnacknowledged() {
        contact.probed(true);
        contact.sent(NOW);

        assertThat(contact.state(NOW.plusSeconds(4))).isEqualTo(BrokerContact.State.RUNNING);
        assertThat(contact.state(NOW.plusSeconds(6))).isEqualTo(BrokerContact.State.WAITING);
    }

    @Test
    void runsAgainWithTheNextAcknowledgement() {
        contact.sent(NOW);
        contact.sent(NOW);
        contact.acknowledged(NOW.plusSeconds(20));

        assertThat(contact.state(NOW.plusSeconds(21))).isEqualTo(BrokerContact.State.RUNNING);
    }

    @Test
    void trustsAProbeOnlyWhileNothingIsUnderWay() {
        contact.sent(NOW);
        contact.probed(true);

        assertThat(contact.state(NOW.plusSeconds(10))).isEqualTo(BrokerContact.State.WAITING);
    }
}
