package io.homeostat.monitor.sensors;

import io.homeostat.monitor.ledger.LedgerClients;
import io.homeostat.monitor.readings.ChartProperties;
import io.homeostat.monitor.readings.RecentReadings;
import io.homeostat.runtime.broker.KafkaConnection;
import io.homeostat.runtime.seeding.Seeding;
import io.homeostat.runtime.sensors.FirstSensors;
import io.homeostat.runtime.sensors.SensorSeeding;
import io.homeostat.runtime.sensors.SensorsProperties;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.stream.Pipelines;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what the sensors' calls need, and what writes the first sensors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SensorsProperties.class)
class SensorsConfiguration {

    private static final String TRANSACTIONAL_ID = "homeostat-monitor-sensors";
    private static final Duration CHANGE_PATIENCE = Duration.ofSeconds(5);

    @Bean
    SensorLedger sensorLedger(KafkaConnection connection) {
        LedgerClients clients = new LedgerClients(connection.settings(), TRANSACTIONAL_ID);
        return new SensorLedger(
                () -> new SensorsReader(clients.committed(), clients.uncommitted()),
                () -> new SensorWriter(clients.producer()),
                CHANGE_PATIENCE);
    }

    @Bean
    SensorDesk sensorDesk(SensorLedger ledger) {
        return new SensorDesk(ledger, Clock.systemUTC());
    }

    @Bean
    SensorCatalog sensorCatalog(
            SensorLedger ledger, RecentReadings recent, ChartProperties charts, Pipelines pipelines) {
        return new SensorCatalog(ledger, recent, charts, pipelines);
    }

    @Bean
    Seeding sensorSeeding(KafkaConnection connection, SensorsProperties sensors, HomeostatProperties properties) {
        Path file = sensors.file();
        return file == null
                ? () -> {}
                : new SensorSeeding(
                        connection.settings(), FirstSensors.load(file, properties.streams()), Clock.systemUTC());
    }
}
