package io.homeostat.monitor.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says by HTTP what is wrong with a rule while it is being written; changes nothing. */
@RestController
class RuleValidationController {

    private final RuleExaminer examiner;

    RuleValidationController(RuleExaminer examiner) {
        this.examiner = examiner;
    }

    /**
     * Validates a rule, as {@code POST} would to {@code /api/rules}, or {@code PUT} to the rule of an id.
     *
     * @param id the rule that it is to replace; {@code null}: a new one
     */
    @PostMapping(
            path = "/api/rules/validate",
            consumes = {"application/json", "application/yaml"})
    RuleValidation validate(@RequestParam(required = false) @Nullable String id, HttpServletRequest request)
            throws IOException {
        return RuleValidation.of(examiner, RuleBody.of(request), id);
    }
}
