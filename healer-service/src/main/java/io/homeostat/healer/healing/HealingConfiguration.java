package io.homeostat.healer.healing;

import io.homeostat.healer.diagnosing.Diagnoser;
import io.homeostat.healer.incidents.IncidentBook;
import io.homeostat.healer.incidents.IncidentWriter;
import io.homeostat.healer.leading.Leadership;
import io.homeostat.healer.recovering.RecoveryMeans;
import io.homeostat.healer.recovering.acting.Hands;
import io.homeostat.healer.recovering.guards.GuardRails;
import io.homeostat.healer.recovering.remedies.Experience;
import io.homeostat.healer.recovering.remedies.RemedyTimes;
import io.homeostat.healer.watching.MaintenanceWindows;
import io.homeostat.healer.watching.Watch;
import io.homeostat.runtime.files.JsonFile;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the loop together from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HealingProperties.class)
class HealingConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    StandingOrders standingOrders(HealingProperties properties, MaintenanceWindows windows, Leadership leadership) {
        return new StandingOrders(properties.mode(), windows, leadership::authority);
    }

    @Bean
    JsonFile<Knowledge> knowledge(HomeostatProperties properties) {
        return new JsonFile<>(folder(properties).resolve("knowledge.json"), Knowledge.class, "what was learned");
    }

    @Bean
    RecoveryMeans recoveryMeans(HealingProperties properties, JsonFile<Knowledge> file) {
        Knowledge known = file.read().orElse(Knowledge.NONE);
        return new RecoveryMeans(
                properties.asRecoverySettings(),
                properties.asLadders(),
                new GuardRails(
                        properties.asGuardSettings(),
                        RandomGenerator.getDefault().nextLong()),
                new RemedyTimes(known.times()),
                new Experience(known.learned()));
    }

    @Bean
    CaseBook caseBook(HomeostatProperties properties, RecoveryMeans means) {
        JsonFile<RecoveryJournal> journal = new JsonFile<>(
                folder(properties).resolve("recoveries.json"), RecoveryJournal.class, "the recoveries under way");
        return new CaseBook(means, journal, CLOCK);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    HealingLoop healingLoop(
            Watch watch,
            HealingProperties properties,
            RecoveryMeans means,
            StandingOrders orders,
            Leadership leadership,
            Hands hands,
            IncidentWriter writer,
            IncidentBook incidents,
            CaseBook cases,
            JsonFile<Knowledge> knowledge,
            MeterRegistry meters) {
        return new HealingLoop(
                watch,
                new Diagnoser(properties.asLimits()),
                means,
                orders,
                leadership,
                new RemedyRunner(hands),
                writer,
                incidents,
                cases,
                knowledge,
                meters,
                CLOCK);
    }

    @Bean
    PersonsOrders personsOrders(Watch watch, HealingLoop loop, CaseBook cases, RecoveryMeans means) {
        return new PersonsOrders(watch, loop, cases, means, CLOCK);
    }

    private static Path folder(HomeostatProperties properties) {
        return properties.dataDir().resolve("healer");
    }
}
