package io.homeostat.runtime.rules;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why a service did not start with the rules it was given. */
final class InvalidRulesFileAnalyzer extends AbstractFailureAnalyzer<InvalidRulesFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRulesFileException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Mend the file, or name another with homeostat.rules.file.", cause);
    }
}
