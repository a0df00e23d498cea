package io.homeostat.monitor.rules;

import io.homeostat.model.rule.Rule;
import io.homeostat.model.rule.RuleFault;
import io.homeostat.model.rule.RuleJson;
import io.homeostat.runtime.web.Page;
import io.homeostat.runtime.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules by HTTP, each as it stands on the topic. */
@RestController
@RequestMapping("/api/rules")
class RuleController {

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    private final RuleLedger ledger;
    private final RuleDesk desk;
    private final RuleHistory history;

    RuleController(RuleLedger ledger, RuleDesk desk, RuleHistory history) {
        this.ledger = ledger;
        this.desk = desk;
        this.history = history;
    }

    @GetMapping
    Page<Map<String, Object>> find(
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        List<Rule> found = ledger.known().all().stream()
                .filter(rule ->
                        stream == null || stream.isEmpty() || rule.stream().equals(stream))
                .filter(rule -> enabled == null || rule.enabled() == enabled)
                .toList();
        return written(Page.of(found, page, size));
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> rule(@PathVariable String id) {
        return tagged(ResponseEntity.ok(), ledger.known().get(id));
    }

    @PostMapping(consumes = {JSON, YAML})
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request) throws IOException {
        Rule rule = desk.create(RuleBody.read(request));
        return tagged(ResponseEntity.created(URI.create("/api/rules/" + rule.id())), rule);
    }

    @PutMapping(
            path = "/{id}",
            consumes = {JSON, YAML})
    ResponseEntity<Map<String, Object>> replace(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        return tagged(ResponseEntity.ok(), desk.replace(id, new IfMatch(ifMatch), RuleBody.read(request)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        desk.delete(id, new IfMatch(ifMatch));
    }

    @GetMapping("/{id}/versions")
    Page<Map<String, Object>> versions(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        Page<Rule> versions = history.versions(id, page, size);
        if (versions.total() == 0 && ledger.known().newest(id) == null) {
            throw ProblemException.notFound("There never was a rule with the id \"%s\".".formatted(id));
        }
        return written(versions);
    }

    @PostMapping(
            path = "/{id}/rollback",
            consumes = {JSON, YAML})
    ResponseEntity<Map<String, Object>> rollBack(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        Object version = RuleBody.read(request).get("version");
        if (version instanceof Integer number && number >= 1) {
            return tagged(ResponseEntity.ok(), desk.rollBack(id, new IfMatch(ifMatch), number));
        }
        throw RuleProblems.invalid(List.of(new RuleFault("version", version, "the number of one of its versions")));
    }

    private static ResponseEntity<Map<String, Object>> tagged(ResponseEntity.BodyBuilder answer, Rule rule) {
        return answer.eTag(IfMatch.tag(rule)).body(RuleJson.toMap(rule));
    }

    private static Page<Map<String, Object>> written(Page<Rule> rules) {
        return new Page<>(
                rules.items().stream().map(RuleJson::toMap).toList(), rules.page(), rules.size(), rules.total());
    }
}
