package io.homeostat.monitor.backtest;

import io.homeostat.detection.rule.SensorGlob;
import io.homeostat.model.StreamTopics;
import io.homeostat.model.rule.Rule;
import io.homeostat.model.sensor.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run over what. Immutable.
 *
 * @param draft a rule that can be judged with, and is in force
 * @param live the live rule of the same id on the same stream; {@code null} where there is none in force
 * @param sensors of which sensors the readings are taken
 * @param known what is known of the stream's sensors, by sensor id
 * @param from the first event time of the range; {@code null}: that of the readings
 * @param to the last one; {@code null}: that of the readings
 * @param lateness how far behind its series' newest event time a reading may come and still count
 */
record BacktestPlan(
        StreamTopics stream,
        Rule draft,
        @Nullable Rule live,
        SensorGlob sensors,
        Map<String, Sensor> known,
        @Nullable Instant from,
        @Nullable Instant to,
        Duration lateness) {}
