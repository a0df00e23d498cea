package io.homeostat.detection.alert;

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
final class AlertRevision implements Course.Follower {

    /** An alert as it should have been. */
    private static final class Episode {
        final long openedAtMillis;
        final int openerPartition;
        final long openerOffset;
        final List<Step> steps = new ArrayList<>(2);
        AlertState state;
        boolean fired;
        int level;
        int highestLevel;
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

        /**
         * Whether it ends before what raised a published alert. That alert is none of its: when the end is settled, its
         * raiser may yet raise another, which would have the same id.
         */
        boolean isOverBefore(PublishedAlert alert) {
            return !state.isOpen() && !alert.isRaisedUpTo(resolvedAtMillis, enderPartition, enderOffset);
        }

        void take(Step step, AlertMachine machine) {
            steps.add(step);
            state = step.transition().state();
            fired |= step.transition() == Transition.FIRED;
            level = machine.level();
            highestLevel = machine.highestLevel();
        }
    }

    private final AlertPublisher publisher;
    private final HeldReadings held;
    private final JudgingRule rule;
    private final AlertTrack track;
    private final int late;
    private final Course course = new Course();
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

    void run() {
        course.remember(rule.condition().remember());
        course.copyFrom(track.settled);
        startFromSettled();
        for (int index = first; index < held.size(); index++) {
            course.read(rule, held, index, this);
        }
        course.pass(rule, track.advancedToMillis(), this);
        track.current.copyFrom(course);

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
    public void onStep(Course of, Transition transition, long atMillis) {
        if (episodes.isEmpty() || !episodes.get(episodes.size() - 1).state.isOpen()) {
            episodes.add(new Episode(of.machine, AlertState.PENDING));
        }
        Episode episode = episodes.get(episodes.size() - 1);
        episode.take(of.step(transition, atMillis), of.machine);
        if (!episode.state.isOpen()) {
            episode.resolvedAtMillis = atMillis;
            episode.enderPartition = of.causePartition();
            episode.enderOffset = of.causeOffset();
        }
    }

    /** The alert that was open when the readings settled; its steps are told again only if it goes to another episode. */
    private void startFromSettled() {
        AlertMachine machine = course.machine;
        switch (machine.phase()) {
            case QUIET -> {}
            case PENDING -> startWith(Transition.PENDING, machine.openedAtMillis());
            case FIRING -> startWith(Transition.FIRED, machine.openedAtMillis() + rule.holdForMillis());
            case RECOVERING -> {
                startWith(Transition.FIRED, machine.openedAtMillis() + rule.holdForMillis());
                episodes.get(0)
                        .take(
                                course.settledStep(rule, Transition.RECOVERING, machine.recoveringSinceMillis()),
                                machine);
            }
        }
    }

    private void startWith(Transition transition, long atMillis) {
        Episode episode = new Episode(course.machine, transition.state());
        episode.take(course.settledStep(rule, transition, atMillis), course.machine);
        episodes.add(episode);
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
                        && !episode.isOverBefore(alert)
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
                        && !episode.isOverBefore(alert)
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
        publisher.emitByReading(alert, kind, held.timeMillis(late), late, AlertReasons.withdrawn(held.value(late)));
    }

    private void open(Episode episode) {
        if (!episode.fired && !episode.state.isOpen()) {
            return;
        }
        PublishedAlert alert =
                publisher.add(track, episode.openedAtMillis, episode.openerPartition, episode.openerOffset);
        for (Step step : episode.steps) {
            publisher.tell(alert, step);
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
        boolean endMoved = alert.resolvedAtMillis != episode.resolvedAtMillis;
        if (!wasOpen && !episode.state.isOpen()) {
            // of two readings of the same time, the other may have ended it
            resolve(alert, episode);
        }
        if (!wasOpen && (episode.state.isOpen() || (episode.fired && !alert.fired))) {
            reopen(episode, alert);
        } else if (moved || (!wasOpen && endMoved)) {
            revised(episode, alert);
        }
        if (alert.isOpen()) {
            catchUp(episode, alert);
        }
        if (alert.fired && episode.fired && alert.highestLevel != episode.highestLevel) {
            revised(episode, alert);
        }
        if (alert.state == AlertState.FIRING && alert.level != episode.level) {
            publisher.tell(alert, lastStep(episode));
        }
    }

    /** What was published as over goes on, or was only pending and did fire. */
    private void reopen(Episode episode, PublishedAlert alert) {
        boolean firesFirst = episode.fired && !alert.fired;
        alert.state = episode.state.isOpen() && !firesFirst ? episode.state : AlertState.FIRING;
        alert.fired |= episode.fired;
        revised(episode, alert);
    }

    /** Tells the steps that lead an open published alert to the state in which it should be. */
    private void catchUp(Episode episode, PublishedAlert alert) {
        for (Step step : episode.steps) {
            if (step.transition() == Transition.FIRED && !alert.fired) {
                publisher.tell(alert, step);
            }
        }
        if (alert.state != episode.state) {
            publisher.tell(alert, lastStep(episode));
        }
    }

    private static Step lastStep(Episode episode) {
        return episode.steps.get(episode.steps.size() - 1);
    }

    private static void resolve(PublishedAlert alert, Episode episode) {
        alert.resolvedBy(episode.resolvedAtMillis, episode.enderPartition, episode.enderOffset);
    }

    /** Tells what moved, with the highest severity that the alert has had: a reader forgets what was told before. */
    private void revised(Episode episode, PublishedAlert alert) {
        // what is still told as pending counts for nothing yet: that it fired is told next
        boolean counts = episode.fired && alert.state != AlertState.PENDING;
        alert.level = counts ? episode.highestLevel : episode.level;
        alert.highestLevel = counts ? episode.highestLevel : 0;
        publisher.emitByReading(
                alert, AlertEventKind.REVISED, held.timeMillis(late), late, AlertReasons.revised(held.value(late)));
    }
}
