package io.homeostat.healer.incidents;

import io.homeostat.model.incident.Incident;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The incidents by HTTP. */
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {

    private final IncidentBook book;

    IncidentsController(IncidentBook book) {
        this.book = book;
    }

    @GetMapping
    Page<Incident> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return Page.of(book.newestFirst(), page, size);
    }

    @GetMapping("/{id}")
    Incident incident(@PathVariable String id) {
        return book.find(id)
                .orElseThrow(() -> ProblemException.notFound("There is no incident with the id \"" + id + "\"."));
    }
}
