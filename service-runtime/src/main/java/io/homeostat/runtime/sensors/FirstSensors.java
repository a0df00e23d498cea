package io.homeostat.runtime.sensors;

import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.runtime.rules.RuleYaml;
import io.homeostat.runtime.settings.RefusedSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sensors that the first start writes to the topic, those of the configured file. Read and checked when the service
 * starts, so that all mistakes are told at once and not when the topic happens to be empty. Immutable.
 */
public final class FirstSensors {

    private static final String SETTING = "homeostat.sensors.file";
    private static final int MAX_BYTES = 64 << 20;
    private static final int MOST_TOLD = 20;

    private final List<Sensor> sensors;

    private FirstSensors(List<Sensor> sensors) {
        this.sensors = List.copyOf(sensors);
    }

    /** The sensors, in the order of the file. */
    public List<Sensor> sensors() {
        return sensors;
    }

    /**
     * Reads the sensors.
     *
     * @param streams those that there are
     * @throws RefusedSettingException if the file cannot be read, or a sensor in it is not valid
     */
    public static FirstSensors load(Path file, List<String> streams) {
        List<Sensor> sensors = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        List<?> elements = elements(file);
        for (int i = 0; i < elements.size(); i++) {
            String place = "[" + i + "].";
            if (!(elements.get(i) instanceof Map<?, ?> map)) {
                wrong.add("[" + i + "] must be an object");
                continue;
            }
            try {
                Sensor sensor = SensorJson.fromMap(map);
                sensors.add(sensor);
                if (!streams.contains(sensor.stream())) {
                    wrong.add(place + "stream must be one that homeostat.streams names, was " + sensor.stream());
                }
                if (!keys.add(sensor.key())) {
                    wrong.add(place + "sensorId must be there once, and " + sensor.key() + " is there twice");
                }
            } catch (RuleFormatException e) {
                e.faults().stream().map(RuleFault::sentence).forEach(sentence -> wrong.add(place + sentence));
            }
        }
        if (!wrong.isEmpty()) {
            throw refused(file, "must hold sensors; " + told(wrong));
        }
        return new FirstSensors(sensors);
    }

    private static String told(List<String> wrong) {
        String all = wrong.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
        return wrong.size() > MOST_TOLD ? all + "; and " + (wrong.size() - MOST_TOLD) + " more" : all;
    }

    private static List<?> elements(Path file) {
        Object loaded;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refused(file, "must be at most " + MAX_BYTES + " bytes long");
            }
            loaded = RuleYaml.load(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refused(file, "must be one that can be read");
        } catch (IllegalArgumentException e) {
            throw e instanceof RefusedSettingException refused
                    ? refused
                    : refused(file, "must be YAML: " + e.getMessage());
        }
        if (loaded instanceof List<?> list) {
            return list;
        }
        throw refused(file, "must be a list of sensors");
    }

    private static RefusedSettingException refused(Path file, String sentence) {
        return new RefusedSettingException(SETTING + ": the file " + file + " " + sentence);
    }
}
