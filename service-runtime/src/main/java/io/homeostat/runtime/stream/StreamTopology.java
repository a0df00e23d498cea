package io.homeostat.runtime.stream;

import io.homeostat.model.Topics;
import io.homeostat.runtime.rules.RuleFollower;
import io.homeostat.runtime.sensors.SensorFollower;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Puts a pipeline together: the stream's topic and its door go into one processor, so that the same partition of both is
 * one task; what it writes goes to the door again and to the service's outputs; the rules and what is known of sensors
 * are global stores.
 */
public final class StreamTopology {

    private static final String READINGS = "readings";
    private static final String DOOR = "door";
    private static final String HOME = "home";

    private StreamTopology() {}

    /** Adds the pipeline to a topology. */
    public static <S> void addTo(
            Topology topology, PipelineDefinition<S> definition, PipelinePlan plan, PipelineParts parts) {
        ByteArrayDeserializer keys = new ByteArrayDeserializer();
        Polled.FromRecord polled = new Polled.FromRecord();
        topology.addSource(READINGS, keys, polled, plan.stream().readings());
        topology.addSource(DOOR, keys, polled, plan.doorTopic());
        topology.addProcessor(
                HOME,
                new ProcessorSupplier<byte[], Polled, byte[], byte[]>() {
                    @Override
                    public Processor<byte[], Polled, byte[], byte[]> get() {
                        return new ReadingProcessor<>(definition, plan, parts);
                    }

                    @Override
                    public Set<StoreBuilder<?>> stores() {
                        return Set.of(
                                new SeriesStoreBuilder<>(definition::form, parts.stores()),
                                new ProcessIdentityStoreBuilder());
                    }
                },
                READINGS,
                DOOR);
        ByteArraySerializer serializer = new ByteArraySerializer();
        topology.addSink(plan.doorTopic(), plan.doorTopic(), serializer, serializer, HOME);
        topology.addSink(Topics.CANARY, Topics.CANARY, serializer, serializer, HOME);
        for (String output : plan.outputs()) {
            topology.addSink(output, output, serializer, serializer, HOME);
        }
        RuleFollower.addTo(topology, parts.rules());
        SensorFollower.addTo(topology, plan.stream(), parts.sensors());
    }
}
