package io.homeostat.producer.replay;

import io.homeostat.producer.answering.Streams;
import io.homeostat.producer.publishing.Transport;
import io.homeostat.runtime.files.JsonFile;
import io.homeostat.runtime.settings.HomeostatProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts replays together, and starts the bundled one if the settings say so. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean(destroyMethod = "close")
    Replays replays(Transport transport, ObjectProvider<Clock> clock) {
        return new Replays(transport.patient(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RecordingFolder recordingFolder(HomeostatProperties settings, ReplayProperties replay) throws IOException {
        Path folder =
                replay.folder() != null ? replay.folder() : settings.dataDir().resolve("replays");
        RecordingFolder recordings = new RecordingFolder(
                folder.toAbsolutePath().normalize(), settings.dataDir().resolve("replay-uploads"));
        recordings.removeOldUploads();
        return recordings;
    }

    @Bean
    @ConditionalOnBooleanProperty("homeostat.replay.bundled")
    ApplicationRunner bundledReplayAtStart(
            Replays replays,
            RecordingFolder recordings,
            ReplayProperties settings,
            HomeostatProperties properties,
            Streams streams) {
        String name = RecordingFolder.BUNDLED.get(0);
        ReplayPlan plan = new ReplayRequest(null, name, settings.sensorId(), settings.speed(), null, null)
                .plan(recordings, streams);
        ReplayPlan begun = settings.from() == null ? plan : plan.from(settings.from());
        JsonFile<Place> bookmark = new JsonFile<>(
                properties.dataDir().resolve("replay-places").resolve(name + ".json"),
                Place.class,
                "the place of the bundled replay");
        return arguments -> replays.start(begun, Optional.of(bookmark));
    }
}
