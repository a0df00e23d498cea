package io.homeostat.runtime.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why a service did not start without a token. */
final class MissingTokenAnalyzer extends AbstractFailureAnalyzer<MissingTokenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingTokenException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set the environment variable HOMEOSTAT_TOKEN, or server.address=127.0.0.1.",
                cause);
    }
}
