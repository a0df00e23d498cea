package io.homeostat.model.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an alert event tells. */
public enum AlertEventKind {
    /** The alert went to another state or severity. */
    @JsonProperty("state")
    STATE,
    /** A late reading moved the alert's beginning or end. */
    @JsonProperty("revised")
    REVISED,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("assigned")
    ASSIGNED,
    @JsonProperty("commented")
    COMMENTED,
    @JsonProperty("snoozed")
    SNOOZED;

    /** The kind as it stands in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
