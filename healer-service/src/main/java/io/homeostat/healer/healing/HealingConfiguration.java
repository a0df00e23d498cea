package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnoser;
import io.homeostat.healer.diagnosing.DiagnosisLimits;
import io.homeostat.healer.incidents.IncidentWriter;
import io.homeostat.healer.recovering.RecoveryMeans;
import io.homeostat.healer.recovering.RecoverySettings;
import io.homeostat.healer.recovering.acting.Hands;
import io.homeostat.healer.recovering.guards.GuardRails;
import io.homeostat.healer.recovering.guards.GuardSettings;
import io.homeostat.healer.recovering.remedies.Experience;
import io.homeostat.healer.recovering.remedies.Ladders;
import io.homeostat.healer.recovering.remedies.RemedyTimes;
import io.homeostat.healer.topology.HealingProperties;
import io.homeostat.healer.watching.MaintenanceWindows;
import io.homeostat.healer.watching.Watch;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the loop together from the settings. */
@Configuration(proxyBeanMethods = false)
class HealingConfiguration {

    @Bean
    StandingOrders standingOrders(HealingProperties properties, MaintenanceWindows windows) {
        return new StandingOrders(properties.mode(), windows);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    HealingLoop healingLoop(
            Watch watch,
            StandingOrders orders,
            Hands hands,
            IncidentWriter incidents,
            HomeostatProperties properties,
            MeterRegistry meters) {
        RecoveryMeans means = new RecoveryMeans(
                RecoverySettings.DEFAULTS,
                Ladders.defaults(),
                new GuardRails(
                        GuardSettings.DEFAULTS, RandomGenerator.getDefault().nextLong()),
                new RemedyTimes(),
                new Experience());
        RecoveryJournal journal =
                new RecoveryJournal(properties.dataDir().resolve("healer").resolve("recoveries.json"));
        return new HealingLoop(
                watch,
                new Diagnoser(DiagnosisLimits.DEFAULTS),
                means,
                orders,
                hands,
                incidents,
                journal,
                meters,
                Clock.systemUTC());
    }
}
