package io.homeostat.localstack.control;

import io.homeostat.localstack.plan.LocalStackProperties;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the healer tells of incidents, for this program's own page: it shows them when the monitor cannot. */
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private final HealerQuestion healer;

    @Autowired
    IncidentsController(LocalStackProperties properties) {
        this(new HealerQuestion(URI.create("http://localhost:" + properties.healerPort())));
    }

    IncidentsController(HealerQuestion healer) {
        this.healer = healer;
    }

    @GetMapping
    JsonNode list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "10") int size) {
        Page.check(page, size);
        return healer.ask("/api/incidents?page=%d&size=%d".formatted(page, size));
    }

    @GetMapping("/{id}")
    JsonNode incident(@PathVariable String id) {
        if (!ID.matcher(id).matches()) {
            throw ProblemException.notFound("There is no incident with such an id.");
        }
        return healer.ask("/api/incidents/" + id);
    }
}
