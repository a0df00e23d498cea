package io.homeostat.healer.diagnosing;

import java.util.List;
import java.util.Optional;

/** A topic that a pipeline needs and that a broker which answers does not have. */
final class TopicMissingSign implements FaultSign {

    @Override
    public Optional<Suspicion> look(Scene scene) {
        List<String> missing = scene.target().pipeline().missingTopics();
        if (missing.isEmpty() || scene.carriedMillis() == 0) {
            return Optional.empty();
        }
        String topics = String.join(", ", missing.stream().sorted().toList());
        return Optional.of(Suspicion.of(
                        FaultKind.TOPIC_MISSING, 0.92, scene.target().pipeline().inStateMillis())
                .because("Kafka has no topic " + topics + ", and this pipeline needs "
                        + (missing.size() == 1 ? "it" : "them") + "; Kafka has answered for "
                        + Figures.time(scene.carriedMillis()) + " or longer."));
    }
}
