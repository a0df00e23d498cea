package io.homeostat.monitor.projecting;

/** A topic that is written into the database. */
public interface Projection {

    /** The topic's name. */
    String topic();

    /** The consumer group of those who write it, and of nobody else. */
    String group();

    /** Makes what reads the topic of one Kafka cluster. */
    TopicProjector<?> projector(String clusterId);
}
