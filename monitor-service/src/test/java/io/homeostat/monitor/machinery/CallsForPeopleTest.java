package io.homeostat.monitor.machinery;

import static io.homeostat.monitor.incidents.IncidentStories.START;
import static io.homeostat.monitor.incidents.IncidentStories.event;
import static io.homeostat.monitor.incidents.IncidentStories.handedOver;
import static io.homeostat.monitor.incidents.IncidentStories.healed;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.model.alert.AlertEvent;
import io.homeostat.model.alert.AlertState;
import io.homeostat.model.alert.Severity;
import io.homeostat.model.incident.IncidentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallsForPeopleTest {

    private final OpenAlerts alerts = new OpenAlerts();
    private final CallsForPeople calls = new CallsForPeople(alerts);
    private final List<AlertEvent> told = new ArrayList<>();

    @Test
    void raisesOneAlertForAnIncidentThatNeedsAPerson() {
        take(handedOver("one", START));

        assertThat(told).singleElement().satisfies(fired -> {
            assertThat(fired.state()).isEqualTo(AlertState.FIRING);
            assertThat(fired.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(fired.ruleId()).isEqualTo("homeostat-incident");
            assertThat(fired.sensorId()).isEqualTo("monitor");
            assertThat(fired.reasonCode()).isEqualTo("incident-needs-person");
            assertThat(fired.reasonArgs())
                    .isEqualTo(Map.of("target", "monitor", "kind", "hung-process", "incidentId", "one"));
            assertThat(fired.openedAt()).isEqualTo(START.plusSeconds(60));
            assertThat(fired.sequence()).isEqualTo(1);
        });
    }

    @Test
    void raisesNoneForAnIncidentThatWasHealed() {
        take(healed("one", START));

        assertThat(told).isEmpty();
    }

    @Test
    void alsoRaisesOneIfOnlyTheVerdictIsHeard() {
        take(handedOver("one", START).subList(3, 4));

        assertThat(told).hasSize(1);
    }

    @Test
    void endsItWhenTheTargetRecovers() {
        take(handedOver("one", START));
        take(List.of(event("one", 5, "recovered", null, null, START, 600_000, "monitor works again")));

        assertThat(told).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(told).extracting(AlertEvent::sequence).containsExactly(1L, 2L);
        assertThat(told.get(1).resolvedAt()).isEqualTo(START.plusSeconds(600));
    }

    @Test
    void endsItWhenALaterIncidentOfTheTargetIsHealed() {
        take(handedOver("one", START));
        take(healed("two", START.plusSeconds(300)));

        assertThat(told).extracting(AlertEvent::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
    }

    @Test
    void leavesItOpenWhenALaterIncidentIsWithdrawn() {
        take(handedOver("one", START));
        take(List.of(event("two", 1, "closed", null, "WITHDRAWN", START, 1, "follows from the broker's trouble")));

        assertThat(told).hasSize(1);
    }

    @Test
    void putsTheAlertOfANewerIncidentInTheOlderOnesPlace() {
        take(handedOver("one", START));
        take(handedOver("two", START.plusSeconds(300)));

        assertThat(told)
                .extracting(AlertEvent::state)
                .containsExactly(AlertState.FIRING, AlertState.RESOLVED, AlertState.FIRING);
        assertThat(told.get(1).alertId()).isEqualTo(told.get(0).alertId());
        assertThat(told.get(2).alertId()).isNotEqualTo(told.get(0).alertId());
        assertThat(told.get(2).reasonArgs()).containsEntry("incidentId", "two");
    }

    @Test
    void hearsWhatAHealerSendsTwiceOnce() {
        take(handedOver("one", START));
        take(List.of(event("one", 5, "recovered", null, null, START, 600_000, "monitor works again")));
        take(handedOver("one", START));

        assertThat(told).hasSize(2);
    }

    @Test
    void doesNotRepeatWhatASuccessorFindsOpen() {
        List<IncidentEvent> story = handedOver("one", START);
        take(story.subList(0, 3));
        OpenAlerts found = new OpenAlerts();
        told.forEach(found::remember);

        assertThat(new CallsForPeople(found).take(story.get(3))).isEmpty();
    }

    private void take(List<IncidentEvent> events) {
        events.forEach(event -> told.addAll(calls.take(event)));
    }
}
