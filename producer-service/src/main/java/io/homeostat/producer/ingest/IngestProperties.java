package io.homeostat.producer.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds on what comes in by HTTP. Immutable.
 *
 * @param maxBody the largest body of one request
 * @param maxBuffered the most that the bodies of all requests under way may hold together
 * @param timeout how long a request waits for Kafka before it is answered with 503
 */
@ConfigurationProperties("homeostat.ingest")
public record IngestProperties(
        @DefaultValue("8MB") DataSize maxBody,
        @DefaultValue("64MB") DataSize maxBuffered,
        @DefaultValue("PT10S") Duration timeout) {}
