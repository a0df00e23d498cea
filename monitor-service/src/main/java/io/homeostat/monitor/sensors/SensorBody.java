package io.homeostat.monitor.sensors;

import io.homeostat.model.MessageJson;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleFormatException;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.model.sensor.SensorJson;
import io.homeostat.monitor.ledger.BoundedBody;
import io.homeostat.monitor.ledger.LedgerProblems;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads what somebody sends of a sensor, and finds all that is wrong with it. */
final class SensorBody {

    /** What an answer says beside what is known, so that an answer can be changed and sent back. */
    private static final List<String> PASSED_OVER =
            List.of("streamUnit", "declared", "declaredAt", "lastTime", "lastValue", "charted", "rulesLeftOut");

    private SensorBody() {}

    /**
     * The sensor in a body.
     *
     * @param stream the stream in the address
     * @param sensorId the sensor in the address
     * @throws ProblemException 413 if the body is too large, 400 if it is no JSON, 422 with all that is wrong with it
     */
    static Sensor read(HttpServletRequest request, String stream, String sensorId) throws IOException {
        List<RuleFault> faults = new ArrayList<>();
        Map<Object, @Nullable Object> sent = new LinkedHashMap<>(object(BoundedBody.read(request)));
        PASSED_OVER.forEach(sent::remove);
        Object deleted = sent.remove("deleted");
        if (deleted != null && !deleted.equals(false)) {
            faults.add(new RuleFault("deleted", deleted, "false or left out; DELETE forgets a sensor"));
        }
        put(sent, "stream", stream, faults);
        put(sent, "sensorId", sensorId, faults);
        try {
            Sensor sensor = SensorJson.fromMap(sent);
            if (faults.isEmpty()) {
                return sensor;
            }
        } catch (RuleFormatException e) {
            faults.addAll(e.faults());
        }
        throw LedgerProblems.invalid("sensor", faults);
    }

    private static void put(Map<Object, @Nullable Object> sent, String name, String ofAddress, List<RuleFault> faults) {
        Object other = sent.put(name, ofAddress);
        if (other != null && !other.equals(ofAddress)) {
            faults.add(new RuleFault(name, other, "\"" + ofAddress + "\", as in the address, or left out", ofAddress));
        }
    }

    private static Map<?, ?> object(byte[] body) {
        try {
            if (MessageJson.mapper().readValue(body, Object.class) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (StreamConstraintsException e) {
            throw ProblemException.unprocessable("The body is JSON, but too much of it: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            throw ProblemException.badRequest("The body must be JSON: " + e.getOriginalMessage());
        }
        throw ProblemException.unprocessable(
                "The body must be a JSON object, such as {\"unit\": \"°C\", \"labels\": {\"site\": \"a\"}}.");
    }
}
