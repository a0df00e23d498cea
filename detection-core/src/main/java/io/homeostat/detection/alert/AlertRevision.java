package io.homeostat.detection.alert;

import io.homeostat.detection.condition.Reason;
import io.homeostat.detection.lateness.HeldReadings;
import io.homeostat.detection.rule.JudgingRule;
import io.homeostat.model.alert.AlertEventKind;
import io.homeostat.model.alert.AlertState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run over the held readings with a late one among them, and the telling of what it changed. Used once. Costs at
 * most {@value HeldReadings#MAX} steps of the machine.
 *
 * <p>The run yields the alerts as they should have been. Each is paired with the published one that
 * its opening reading raised or opened, else with the first that it overlaps in time. Of a pair, what differs is told. A published alert
 * without a partner is withdrawn, and a partner without a published alert is opened: so an alert that is split is
 * resolved at the split and followed by a second, and of two that are joined the later is withdrawn.
 */
final class AlertRevision implements AlertMachine.Observer {

    /** An alert as it should have been. */
    private static final class Episode {
        final long openedAtMillis;
        final int openerPartition;
        final long openerOffset;
        final List<Step> steps = new ArrayList<>(2);
        AlertState state;
        boolean fired;
        long resolvedAtMillis;
        int enderPartition;
        long enderOffset;

        @Nullable
        PublishedAlert published;

        Episode(AlertMachine machine, AlertState state) {
            openedAtMillis = machine.openedAtMillis();
            openerPartition = machine.openerPartition();
            openerOffset = machine.openerOffset();
            this.state = state;
        }

        long endMillis() {
            return state.isOpen() ? Long.MAX_VALUE : resolvedAtMillis;
        }
    }

    private record Step(Transition transition, long atMillis, int cause, boolean byTimer) {}

    private final AlertPublisher publisher;
    private final HeldReadings held;
    private final JudgingRule rule;
    private final AlertTrack track;
    private final int late;
    private final AlertMachine machine = new AlertMachine();
    private final List<Episode> episodes = new ArrayList<>();

    private final int first;

    /**
     * A run.
     *
     * @param first the first held reading that is not settled
     * @param late the reading that came late
     */
    AlertRevision(
            AlertPublisher publisher, HeldReadings held, JudgingRule rule, AlertTrack track, int first, int late) {
        this.first = first;
        this.publisher = publisher;
        this.held = held;
        this.rule = rule;
        this.track = track;
        this.late = late;
    }

    void run(long advancedToMillis) {
        machine.copyFrom(track.settled);
        startFromSettled();
        for (int index = first; index < held.size(); index++) {
            machine.step(rule, held, index, this);
        }
        machine.advance(rule, advancedToMillis, held.size() - 1, this);
        track.current.copyFrom(machine);

        pair();
        for (PublishedAlert alert : List.copyOf(track.published)) {
            if (!alert.withdrawn && partnerOf(alert) == null) {
                withdraw(alert);
            }
        }
        for (Episode episode : episodes) {
            if (episode.published == null) {
                open(episode);
            } else {
                tellDifference(episode, episode.published);
            }
        }
    }

    @Override
    public void onTransition(Transition transition, long atMillis, int cause, boolean byTimer) {
        if (episodes.isEmpty() || !episodes.get(episodes.size() - 1).state.isOpen()) {
            episodes.add(new Episode(machine, AlertState.PENDING));
        }
        Episode episode = episodes.get(episodes.size() - 1);
        episode.state = transition.state();
        episode.fired |= transition == Transition.FIRED;
        if (!episode.state.isOpen()) {
            episode.resolvedAtMillis = atMillis;
            episode.enderPartition = byTimer ? PublishedAlert.BY_TIMER : held.partition(cause);
            episode.enderOffset = held.offset(cause);
        }
        episode.steps.add(new Step(transition, atMillis, cause, byTimer));
    }

    private void startFromSettled() {
        switch (machine.phase()) {
            case QUIET -> {}
            case PENDING -> startWith(Transition.PENDING, machine.openedAtMillis());
            case FIRING, RECOVERING -> {
                Episode episode = startWith(Transition.FIRED, machine.openedAtMillis() + rule.holdForMillis());
                episode.fired = true;
                if (machine.phase() == AlertMachine.Phase.RECOVERING) {
                    episode.state = AlertState.RECOVERING;
                    episode.steps.add(new Step(Transition.RECOVERING, machine.recoveringSinceMillis(), 0, false));
                }
            }
        }
    }

    /** The steps that are settled: told again only if the published alert goes to another episode. */
    private Episode startWith(Transition transition, long atMillis) {
        Episode episode = new Episode(machine, transition.state());
        episode.steps.add(new Step(transition, atMillis, 0, false));
        episodes.add(episode);
        return episode;
    }

    private void pair() {
        for (Episode episode : episodes) {
            for (PublishedAlert alert : track.published) {
                // the id is that of the reading that first raised it, so no other episode may have it
                if (!alert.withdrawn
                        && alert.isRaisedBy(episode.openedAtMillis, episode.openerPartition, episode.openerOffset)) {
                    episode.published = alert;
                }
            }
        }
        for (Episode episode : episodes) {
            for (PublishedAlert alert : track.published) {
                if (episode.published == null
                        && !alert.withdrawn
                        && partnerOf(alert) == null
                        && alert.isOpenedBy(episode.openedAtMillis, episode.openerPartition, episode.openerOffset)) {
                    episode.published = alert;
                }
            }
        }
        for (Episode episode : episodes) {
            for (PublishedAlert alert : track.published) {
                if (episode.published == null
                        && !alert.withdrawn
                        && partnerOf(alert) == null
                        && alert.openedAtMillis < episode.endMillis()
                        && episode.openedAtMillis < alert.endMillis()) {
                    episode.published = alert;
                }
            }
        }
        for (Episode episode : episodes) {
            PublishedAlert alert = episode.published;
            if (alert != null && alert.fired && !episode.fired) {
                // what fired by mistake is withdrawn, and what is only pending stands for itself
                episode.published = null;
            }
        }
    }

    private @Nullable Episode partnerOf(PublishedAlert alert) {
        for (Episode episode : episodes) {
            if (episode.published == alert) {
                return episode;
            }
        }
        return null;
    }

    private void withdraw(PublishedAlert alert) {
        if (!alert.isOpen() && !alert.fired) {
            return;
        }
        AlertEventKind kind = alert.isOpen() ? AlertEventKind.STATE : AlertEventKind.REVISED;
        alert.state = AlertState.RESOLVED;
        alert.withdrawn = true;
        alert.resolvedBy(
                Math.max(alert.openedAtMillis, held.timeMillis(late)), held.partition(late), held.offset(late));
        publisher.emit(alert, kind, held.timeMillis(late), late, AlertReasons.withdrawn(held.value(late)));
    }

    private void open(Episode episode) {
        if (!episode.fired && !episode.state.isOpen()) {
            return;
        }
        PublishedAlert alert =
                publisher.add(track, episode.openedAtMillis, episode.openerPartition, episode.openerOffset);
        for (Step step : episode.steps) {
            tell(alert, step);
        }
    }

    private void tellDifference(Episode episode, PublishedAlert alert) {
        if (!alert.fired && !episode.fired && !alert.isOpen() && !episode.state.isOpen()) {
            alert.openedBy(episode.openedAtMillis, episode.openerPartition, episode.openerOffset);
            resolve(alert, episode);
            return;
        }
        boolean moved = alert.openedAtMillis != episode.openedAtMillis;
        alert.openedBy(episode.openedAtMillis, episode.openerPartition, episode.openerOffset);
        boolean wasOpen = alert.isOpen();
        if (!wasOpen && (episode.state.isOpen() || (episode.fired && !alert.fired))) {
            reopen(episode, alert);
        } else if (!wasOpen && alert.resolvedAtMillis != episode.resolvedAtMillis) {
            resolve(alert, episode);
            revised(alert);
        } else if (moved) {
            revised(alert);
        }
        if (alert.isOpen()) {
            catchUp(episode, alert);
        }
    }

    /** What was published as over goes on, or was only pending and did fire. */
    private void reopen(Episode episode, PublishedAlert alert) {
        boolean firesFirst = episode.fired && !alert.fired;
        alert.state = episode.state.isOpen() && !firesFirst ? episode.state : AlertState.FIRING;
        alert.fired |= episode.fired;
        revised(alert);
    }

    /** Tells the steps that lead an open published alert to the state in which it should be. */
    private void catchUp(Episode episode, PublishedAlert alert) {
        for (Step step : episode.steps) {
            if (step.transition() == Transition.FIRED && !alert.fired) {
                tell(alert, step);
            }
        }
        if (alert.state != episode.state) {
            tell(alert, episode.steps.get(episode.steps.size() - 1));
        }
    }

    private static void resolve(PublishedAlert alert, Episode episode) {
        alert.resolvedBy(episode.resolvedAtMillis, episode.enderPartition, episode.enderOffset);
    }

    private void tell(PublishedAlert alert, Step step) {
        publisher.tell(alert, step.transition(), step.atMillis(), step.cause(), step.byTimer());
    }

    private void revised(PublishedAlert alert) {
        Reason reason = AlertReasons.revised(held.value(late));
        publisher.emit(alert, AlertEventKind.REVISED, held.timeMillis(late), late, reason);
    }
}
