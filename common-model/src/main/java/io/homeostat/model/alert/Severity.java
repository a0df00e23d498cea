package io.homeostat.model.alert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad a breach is, from the mildest; the order of the constants is the order of severity. */
public enum Severity {
    @JsonProperty("info")
    INFO,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("critical")
    CRITICAL;

    /** The severity as it stands in JSON, metrics and pages. */
    public String label() {
        return switch (this) {
            case INFO -> "info";
            case WARNING -> "warning";
            case CRITICAL -> "critical";
        };
    }
}
