package io.homeostat.runtime.stream;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Reading;
import io.homeostat.model.reading.Rejection;
import io.homeostat.runtime.rules.RuleCheck;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The least that a service can do with its readings: it takes note of those that were judged. */
@Configuration(proxyBeanMethods = false)
public class CountingPipeline implements PipelineDefinition<int[]> {

    private final List<Double> judged = new CopyOnWriteArrayList<>();

    /** The values of all readings that were judged, in order. */
    List<Double> judged() {
        return judged;
    }

    @Bean
    RuleCheck everyRuleIsFine() {
        return rule -> List.of();
    }

    @Override
    public String role() {
        return "counter";
    }

    @Override
    public SeriesForm<int[]> form() {
        return new NoPages();
    }

    @Override
    public List<String> outputs(StreamTopics stream) {
        return List.of();
    }

    @Override
    public SeriesHandler<int[]> handler(StreamTopics stream, TaskScope<int[]> scope) {
        return new Counter();
    }

    private final class Counter implements SeriesHandler<int[]> {

        @Override
        public void judge(@Nullable Series<int[]> series, Reading reading, Origin origin) {
            judged.add(reading.value());
        }

        @Override
        public void reject(Rejection rejection, RawRecord record) {
            throw new AssertionError("everything here can be read");
        }

        @Override
        public void quarantine(@Nullable Reading reading, RawRecord record) {
            throw new AssertionError("nothing here is in quarantine");
        }

        @Override
        public boolean isBreach(double canaryValue) {
            return true;
        }

        @Override
        public void tick(long nowMillis) {
            // there are no timers here
        }

        @Override
        public boolean mayLeave(int[] state, long nowMillis) {
            return false;
        }
    }

    private static final class NoPages implements SeriesForm<int[]> {

        @Override
        public int pages() {
            return 1;
        }

        @Override
        public int[] create() {
            return new int[0];
        }

        @Override
        public void writeChanged(int[] state, PageWriter writer) {
            // there is nothing to keep
        }

        @Override
        public void writeAll(int[] state, PageWriter writer) {
            // there is nothing to keep
        }

        @Override
        public int[] read(byte[] @Nullable [] pages) {
            return create();
        }
    }
}
