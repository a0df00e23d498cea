package io.homeostat.detection.series;

import io.homeostat.detection.condition.Finding;
import io.homeostat.detection.series.Oracle.Sample;
import io.homeostat.model.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of condition says of a series and when, by plain loops over all readings in the order of event time:
 * slow, short, and with nothing of the code under test. And what alerts follow from it.
 */
final class Timeline {

    /** A finding about a moment; {@code partition} is -1 where time and no reading gave it. */
    record Point(
            long timeMillis,
            int partition,
            long offset,
            @Nullable Finding finding,
            int level) {
        static final Comparator<Point> ORDER = Comparator.comparingLong(Point::timeMillis)
                .thenComparingInt(Point::partition)
                .thenComparingLong(Point::offset);

        static Point of(Sample sample, Finding finding) {
            return new Point(sample.timeMillis(), sample.partition(), sample.offset(), finding, 0);
        }

        static Point byTime(long timeMillis, Finding finding) {
            return new Point(timeMillis, -1, 0, finding, 0);
        }
    }

    private Timeline() {}

    static Finding above(double measure, double limit, double clearBelow) {
        if (measure > limit) {
            return Finding.BREACH;
        }
        return measure >= clearBelow ? Finding.BETWEEN : Finding.CLEAR;
    }

    static Finding above(double measure, double limit) {
        return measure > limit ? Finding.BREACH : Finding.CLEAR;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    static double deviation(List<Double> values) {
        double mean = mean(values);
        return Math.sqrt(mean(
                values.stream().map(value -> (value - mean) * (value - mean)).toList()));
    }

    static Finding all(List<@Nullable Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding == null || finding == Finding.CLEAR)) {
            return Finding.CLEAR;
        }
        return findings.stream().allMatch(finding -> finding == Finding.BREACH) ? Finding.BREACH : Finding.BETWEEN;
    }

    static Finding any(List<@Nullable Finding> findings) {
        if (findings.contains(Finding.BREACH)) {
            return Finding.BREACH;
        }
        return findings.contains(Finding.BETWEEN) ? Finding.BETWEEN : Finding.CLEAR;
    }

    static @Nullable Finding not(List<@Nullable Finding> findings) {
        Finding only = findings.get(0);
        if (only == Finding.BREACH) {
            return Finding.CLEAR;
        }
        return only == Finding.CLEAR ? Finding.BREACH : only;
    }

    /** What is known before the newest reading has a successor. */
    static List<Point> beforeTheLast(List<Sample> sorted, List<Point> points) {
        long last = sorted.get(sorted.size() - 1).timeMillis();
        return points.stream().filter(point -> point.timeMillis() < last).toList();
    }

    static List<Point> values(List<Sample> sorted, Function<Sample, Finding> judge) {
        return sorted.stream()
                .map(sample -> Point.of(sample, judge.apply(sample)))
                .toList();
    }

    static List<Point> levels(List<Sample> sorted, double clearBelow, double... limits) {
        List<Point> points = new ArrayList<>();
        for (Sample sample : sorted) {
            int level = 0;
            while (level + 1 < limits.length && sample.value() > limits[level + 1]) {
                level++;
            }
            points.add(new Point(
                    sample.timeMillis(),
                    sample.partition(),
                    sample.offset(),
                    above(sample.value(), limits[0], clearBelow),
                    sample.value() > limits[0] ? level : 0));
        }
        return points;
    }

    static List<Point> rate(List<Sample> sorted, double limit, double clearBelow, long perMillis) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            long millis = sorted.get(i).timeMillis() - sorted.get(i - 1).timeMillis();
            if (millis > 0) {
                double rate = (sorted.get(i).value() - sorted.get(i - 1).value()) * ((double) perMillis / millis);
                points.add(Point.of(sorted.get(i), above(rate, limit, clearBelow)));
            }
        }
        return points;
    }

    static List<Point> spike(List<Sample> sorted, double limit) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i + 1 < sorted.size(); i++) {
            double mean = (sorted.get(i - 1).value() + sorted.get(i + 1).value()) / 2;
            double distance = Math.abs(sorted.get(i).value() - mean);
            points.add(Point.of(sorted.get(i), above(distance, limit, Double.POSITIVE_INFINITY)));
        }
        return points.stream()
                .map(point -> point.finding() == Finding.BETWEEN
                        ? new Point(point.timeMillis(), point.partition(), point.offset(), Finding.CLEAR, 0)
                        : point)
                .toList();
    }

    static List<Point> missing(List<Sample> sorted, long durationMillis) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            points.add(Point.of(sorted.get(i), Finding.CLEAR));
            long due = sorted.get(i).timeMillis() + durationMillis;
            if (i + 1 == sorted.size() || sorted.get(i + 1).timeMillis() >= due) {
                points.add(Point.byTime(due, Finding.BREACH));
            }
        }
        return points;
    }

    static List<Point> flatline(List<Sample> sorted, double tolerance, long durationMillis) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Finding finding = Finding.CLEAR;
            double max = sorted.get(i).value();
            double min = max;
            for (int from = i; from >= 0; from--) {
                if (from < i
                        && sorted.get(from + 1).timeMillis() - sorted.get(from).timeMillis() > durationMillis / 2) {
                    break;
                }
                max = Math.max(max, sorted.get(from).value());
                min = Math.min(min, sorted.get(from).value());
                if (max - min > tolerance) {
                    break;
                }
                if (sorted.get(i).timeMillis() - sorted.get(from).timeMillis() >= durationMillis) {
                    finding = Finding.BREACH;
                }
            }
            points.add(Point.of(sorted.get(i), finding));
        }
        return points;
    }

    static List<Point> window(
            List<Sample> sorted,
            long sizeMillis,
            long slideMillis,
            boolean tellsEmpty,
            ToDoubleFunction<List<Double>> aggregate,
            Function<Double, Finding> judge) {
        List<Point> points = new ArrayList<>();
        if (sorted.isEmpty()) {
            return points;
        }
        long last = sorted.get(sorted.size() - 1).timeMillis();
        long first = Math.floorDiv(sorted.get(0).timeMillis(), slideMillis) * slideMillis + slideMillis;
        boolean emptyBefore = false;
        for (long end = first; end <= last + sizeMillis + 2 * slideMillis; end += slideMillis) {
            long to = end;
            List<Double> values = sorted.stream()
                    .filter(one -> one.timeMillis() >= to - sizeMillis && one.timeMillis() < to)
                    .map(Sample::value)
                    .toList();
            if (!values.isEmpty() || (tellsEmpty && !emptyBefore)) {
                points.add(Point.byTime(end, judge.apply(aggregate.applyAsDouble(values))));
            }
            emptyBefore = values.isEmpty();
        }
        return points;
    }

    static List<Point> session(
            List<Sample> sorted,
            long gapMillis,
            ToDoubleFunction<List<Double>> aggregate,
            Function<Double, Finding> judge) {
        List<Point> points = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            values.add(sorted.get(i).value());
            long end = sorted.get(i).timeMillis() + gapMillis;
            if (i + 1 == sorted.size() || sorted.get(i + 1).timeMillis() >= end) {
                points.add(Point.byTime(end, judge.apply(aggregate.applyAsDouble(values))));
                values.clear();
            }
        }
        return points;
    }

    /** Several timelines together: at each moment of any of them, what follows from what each said last. */
    static List<Point> together(List<List<Point>> parts, Function<List<@Nullable Finding>, @Nullable Finding> combine) {
        List<Point> moments = parts.stream()
                .flatMap(List::stream)
                .map(point -> new Point(point.timeMillis(), point.partition(), point.offset(), null, 0))
                .distinct()
                .sorted(Point.ORDER)
                .toList();
        List<Point> points = new ArrayList<>();
        for (Point moment : moments) {
            List<@Nullable Finding> findings = new ArrayList<>();
            for (List<Point> part : parts) {
                Finding said = null;
                for (Point point : part.stream().sorted(Point.ORDER).toList()) {
                    if (Point.ORDER.compare(point, moment) <= 0) {
                        said = point.finding();
                    }
                }
                findings.add(said);
            }
            Finding combined = combine.apply(findings);
            if (combined != null) {
                points.add(new Point(moment.timeMillis(), moment.partition(), moment.offset(), combined, 0));
            }
        }
        return points;
    }

    /** The alerts that follow from a timeline. */
    static List<History.Alert> alerts(
            String ruleId, List<Point> unsorted, long holdForMillis, long clearForMillis, Severity... severities) {
        List<Point> points = new ArrayList<>(unsorted);
        points.sort(Point.ORDER);
        points.add(new Point(Long.MAX_VALUE, 0, 0, null, 0));
        List<History.Alert> alerts = new ArrayList<>();
        Long openedAt = null;
        Long clearSince = null;
        boolean fired = false;
        int level = 0;
        int highest = 0;
        for (Point point : points) {
            if (openedAt != null && !fired && openedAt + holdForMillis <= point.timeMillis()) {
                fired = true;
                highest = level;
            }
            if (clearSince != null && clearSince + clearForMillis <= point.timeMillis()) {
                alerts.add(alert(ruleId, openedAt, clearSince + clearForMillis, severities, highest));
                openedAt = null;
                clearSince = null;
                fired = false;
            }
            if (point.finding() == null) {
                continue;
            }
            boolean breach = point.finding() == Finding.BREACH;
            if (openedAt == null) {
                if (breach) {
                    openedAt = point.timeMillis();
                    level = point.level();
                    fired = holdForMillis == 0;
                    highest = level;
                }
            } else if (!fired) {
                level = point.level();
                openedAt = breach ? openedAt : null;
            } else if (point.finding() == Finding.CLEAR) {
                clearSince = clearSince == null ? Long.valueOf(point.timeMillis()) : clearSince;
                if (clearForMillis == 0) {
                    alerts.add(alert(ruleId, openedAt, clearSince, severities, highest));
                    openedAt = null;
                    clearSince = null;
                    fired = false;
                }
            } else {
                clearSince = null;
                level = point.level();
                highest = Math.max(highest, level);
            }
        }
        if (fired && openedAt != null) {
            alerts.add(alert(ruleId, openedAt, null, severities, highest));
        }
        return alerts;
    }

    private static History.Alert alert(
            String ruleId, long openedAt, @Nullable Long resolvedAt, Severity[] severities, int highest) {
        return new History.Alert(
                ruleId,
                SeriesUnderTest.SENSOR,
                Instant.ofEpochMilli(openedAt),
                resolvedAt == null ? null : Instant.ofEpochMilli(resolvedAt),
                severities.length == 0 ? Severity.WARNING : severities[highest]);
    }
}
