package io.homeostat.runtime.settings;

import io.homeostat.model.StreamTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code homeostat} that every service has. Immutable.
 *
 * @param instance this instance's name among all; {@code null}: service and port
 * @param dataDir where state is kept
 * @param streams the streams' names
 * @param lateness how far behind its series' newest event time a reading may come and still move an alert
 * @param commitInterval how often the pipelines commit, and so how long a verdict waits at most to be seen
 * @param allowedHosts the names, beside loopback's, that a request that changes something may be addressed to
 * @param supervised whether a supervisor holds this process's standard input, whose end then ends the process
 * @param topics how topics are created that are not there yet
 * @param series the bounds on series
 */
@ConfigurationProperties("homeostat")
public record HomeostatProperties(
        @Nullable String instance,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("temperature") List<String> streams,
        @DefaultValue("PT10S") Duration lateness,
        @DefaultValue("PT0.02S") Duration commitInterval,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("false") boolean supervised,
        @DefaultValue TopicDefaults topics,
        @DefaultValue SeriesBounds series) {

    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Below the transactions' time-out. */
    private static final Duration LONGEST_COMMIT_INTERVAL = Duration.ofSeconds(4);

    public HomeostatProperties {
        if (instance != null && !INSTANCE.matcher(instance).matches()) {
            throw RefusedSettingException.of(
                    "homeostat.instance",
                    "1 to 100 letters, digits, '.', '_' or '-', the first a letter or digit",
                    '"' + instance + '"');
        }
        streams = StreamNames.checked(streams);
        allowedHosts = AllowedHostsCheck.checked(allowedHosts);
        Allowed.positive("homeostat.lateness", lateness, LONGEST);
        Allowed.positive("homeostat.commit-interval", commitInterval, LONGEST_COMMIT_INTERVAL);
    }

    /**
     * How topics are created that are not there yet; those that are there are never changed.
     *
     * @param partitions of a stream's topics
     * @param replication of every topic
     */
    public record TopicDefaults(
            @DefaultValue("4") int partitions,
            @DefaultValue("1") short replication) {

        public TopicDefaults {
            Allowed.atLeast("homeostat.topics.partitions", partitions, 1);
            Allowed.atLeast("homeostat.topics.replication", replication, 1);
        }
    }

    /**
     * The bounds on series.
     *
     * @param max the most series whose state this instance holds; those over it get stateless verdicts
     * @param idleAfter after how long without a reading a series without an open alert leaves
     */
    public record SeriesBounds(
            @DefaultValue("100000") int max,
            @DefaultValue("P7D") Duration idleAfter) {

        public SeriesBounds {
            Allowed.atLeast("homeostat.series.max", max, 1);
            Allowed.positive("homeostat.series.idle-after", idleAfter, LONGEST);
        }
    }

    /** The streams with the names that follow from theirs. */
    public List<StreamTopics> streamTopics() {
        return streams.stream().map(StreamTopics::new).toList();
    }
}
