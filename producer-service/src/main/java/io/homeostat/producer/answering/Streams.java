package io.homeostat.producer.answering;

import io.homeostat.model.StreamTopics;
import io.homeostat.runtime.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are configured. Immutable.
 *
 * @param all in their configured order
 */
public record Streams(List<StreamTopics> all) {

    public Streams {
        all = List.copyOf(all);
    }

    /** The stream with a name, the first if none is named. */
    public StreamTopics named(@Nullable String name) {
        if (name == null) {
            return all.get(0);
        }
        return all.stream()
                .filter(stream -> stream.stream().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no such stream; there are: "
                        + String.join(
                                ", ", all.stream().map(StreamTopics::stream).toList())));
    }
}
