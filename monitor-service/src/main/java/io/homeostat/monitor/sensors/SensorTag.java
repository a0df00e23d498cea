package io.homeostat.monitor.sensors;

import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is known of a sensor as an entity tag: a hash of it, so that whoever names it has seen just this. A number, as
 * rules have, would begin anew with a sensor that was forgotten and is declared again.
 */
final class SensorTag {

    private static final int BYTES = 12;

    private SensorTag() {}

    static String of(Sensor sensor) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(SensorJson.write(sensor));
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
