package io.homeostat.monitor.sensors;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.sensor.Sensor;
import io.homeostat.monitor.ledger.Precondition;
import io.homeostat.runtime.settings.HomeostatProperties;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sensors by HTTP: what was heard of them lately, and what is known of them, which can be changed. */
@RestController
@RequestMapping("/api/sensors")
class SensorController {

    private final SensorCatalog catalog;
    private final SensorDesk desk;
    private final SensorLedger ledger;
    private final HomeostatProperties properties;

    SensorController(SensorCatalog catalog, SensorDesk desk, SensorLedger ledger, HomeostatProperties properties) {
        this.catalog = catalog;
        this.desk = desk;
        this.ledger = ledger;
        this.properties = properties;
    }

    @GetMapping
    Page<SensorView> find(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String stream,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") List<String> label,
            @RequestParam(defaultValue = "false") boolean heard,
            @RequestParam(defaultValue = "false") boolean ownUnit,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        SensorQuery query = SensorQuery.of(search, stream, group, label).narrowed(heard, ownUnit);
        return catalog.find(query, page, size);
    }

    @GetMapping("/{stream}/{sensor}")
    ResponseEntity<SensorView> sensor(@PathVariable String stream, @PathVariable String sensor) {
        requireStream(stream);
        Sensor known =
                ledger.knownIfRead().map(sensors -> sensors.of(stream, sensor)).orElse(null);
        SensorView view = catalog.view(stream, sensor, known);
        if (!view.declared() && !view.charted() && !catalog.isFull()) {
            throw ProblemException.notFound(
                    "The sensor " + stream + "/" + sensor + " was not declared, and no recent reading of it is known.");
        }
        return tagged(ResponseEntity.ok(), view, known);
    }

    @PutMapping(path = "/{stream}/{sensor}", consumes = "application/json")
    ResponseEntity<SensorView> put(
            @PathVariable String stream,
            @PathVariable String sensor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        requireStream(stream);
        Precondition seen = new Precondition(ifMatch);
        desk.requireCondition(stream, sensor, seen);
        Sensor written = desk.put(SensorBody.read(request, stream, sensor), seen);
        HttpStatus status = seen.isSent() ? HttpStatus.OK : HttpStatus.CREATED;
        return tagged(ResponseEntity.status(status), catalog.view(stream, sensor, written), written);
    }

    @DeleteMapping("/{stream}/{sensor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(
            @PathVariable String stream,
            @PathVariable String sensor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireStream(stream);
        desk.forget(stream, sensor, new Precondition(ifMatch));
    }

    private static ResponseEntity<SensorView> tagged(
            ResponseEntity.BodyBuilder answer, SensorView view, @Nullable Sensor known) {
        return known == null
                ? answer.body(view)
                : answer.eTag(SensorTag.of(known)).body(view);
    }

    private void requireStream(String stream) {
        List<String> streams =
                properties.streamTopics().stream().map(StreamTopics::stream).toList();
        if (!streams.contains(stream)) {
            throw ProblemException.notFound("There is no stream \"" + stream + "\"; there are " + streams + ".");
        }
    }
}
