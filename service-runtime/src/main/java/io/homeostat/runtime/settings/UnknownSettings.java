package io.homeostat.runtime.settings;

import io.homeostat.model.wording.Likeness;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds settings under {@code homeostat} that nobody reads, most likely a slip of the pen, and says what was probably
 * meant. The sections of the other services are left to them, so that one file or one environment can serve all. Pure.
 */
final class UnknownSettings {

    /** The sections of all services; one of them is checked where it is known. */
    private static final Set<String> SECTIONS = Set.of(
            "simulation",
            "replay",
            "ingest",
            "publishing",
            "rules",
            "sensors",
            "alerting",
            "charts",
            "healing",
            "targets");

    /** What local-stack reads from the environment that its children get from it. */
    private static final Set<String> OF_LOCAL_STACK = Set.of(
            "KAFKAPORT",
            "PRODUCERPORT",
            "MONITORPORT",
            "HEALERPORT",
            "SERVICESDIR",
            "KAFKAJVMOPTIONS",
            "SERVICEJVMOPTIONS",
            "PRODUCERARGUMENTS",
            "MONITORARGUMENTS",
            "HEALERARGUMENTS");

    /** Variables that are no settings. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "HOMEOSTAT_TOKEN",
            "HOMEOSTAT_SUPERVISOR_TOKEN",
            "HOMEOSTAT_SUPERVISOR_URL",
            "HOMEOSTAT_NAB_DIR",
            "HOMEOSTAT_CHROMIUM");

    private final List<KnownSettings.Key> keys;

    UnknownSettings(KnownSettings known) {
        keys = known.keys();
    }

    /** Why a property is refused, if it is. */
    Optional<String> refusal(String name, String value) {
        String given = squeezed(name);
        if (given.equals("homeostattoken")) {
            return Optional.of("homeostat.token must not be set as a property or an argument, which others can read: "
                    + "set the environment variable HOMEOSTAT_TOKEN");
        }
        if (isKnown(given) || isOfAnother(given)) {
            return Optional.empty();
        }
        return Optional.of("%s (set to \"%s\") is not a setting; %s".formatted(name, value, hint(given)));
    }

    /** Why an environment variable is refused, if it is. */
    Optional<String> refusalOfVariable(String name, String value) {
        String variable = name.toUpperCase(Locale.ROOT);
        if (!variable.startsWith("HOMEOSTAT_")
                || NO_SETTINGS.contains(variable)
                || variable.startsWith("HOMEOSTAT_TESTS_")
                || isLinkOfKubernetes(variable)) {
            return Optional.empty();
        }
        String given = squeezed(name);
        String rest = given.substring("homeostat".length()).toUpperCase(Locale.ROOT);
        if (isKnown(given) || isOfAnother(given) || OF_LOCAL_STACK.stream().anyMatch(rest::startsWith)) {
            return Optional.empty();
        }
        return Optional.of(
                "The environment variable %s (set to \"%s\") is not a setting; %s".formatted(name, value, hint(given)));
    }

    private boolean isKnown(String given) {
        return keys.stream().anyMatch(key -> {
            String name = squeezed(key.name());
            return given.equals(name) || (key.open() && given.startsWith(name));
        });
    }

    private boolean isOfAnother(String given) {
        return SECTIONS.stream()
                .map(section -> "homeostat" + section)
                .filter(given::startsWith)
                .anyMatch(section ->
                        keys.stream().noneMatch(key -> squeezed(key.name()).startsWith(section)));
    }

    /** Kubernetes tells each container of services by such variables, also of one that is called homeostat. */
    private static boolean isLinkOfKubernetes(String variable) {
        return variable.matches(".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_[0-9]+_(TCP|UDP)(_.*)?)?)")
                && !variable.matches("HOMEOSTAT_(KAFKA|PRODUCER|MONITOR|HEALER)_PORT");
    }

    private String hint(String given) {
        Optional<KnownSettings.Key> nearest =
                keys.stream().min(Comparator.comparingInt(key -> Likeness.changes(given, squeezed(key.name()))));
        if (nearest.isPresent()
                && Likeness.changes(given, squeezed(nearest.get().name())) <= Math.max(2, given.length() / 5)) {
            return "did you mean " + nearest.get().name() + "?";
        }
        return "allowed are "
                + keys.stream().map(KnownSettings.Key::name).sorted().collect(Collectors.joining(", "));
    }

    /** The letters and digits alone, since files, arguments and the environment write the rest in different ways. */
    private static String squeezed(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
