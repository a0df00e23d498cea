package io.homeostat.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds what Prometheus and Grafana are told against the services and the metrics that DESIGN promises. */
class PrometheusAndGrafanaIT {

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final JsonNode PROMETHEUS = Repository.yaml("deploy/prometheus/prometheus.yml");
    private static final JsonNode ALERTS = Repository.yaml("deploy/prometheus/alerts.yml");
    private static final JsonNode DASHBOARD =
            Repository.json(Repository.text("deploy/grafana/dashboards/homeostat.json"));

    /** DESIGN, section 3, with the labels that each may be grouped and filtered by. */
    private static final Map<String, Set<String>> PROMISED = Map.of(
            "homeostat_readings_decoded_total", Set.of(),
            "homeostat_readings_rejected_total", Set.of("reason"),
            "homeostat_readings_late_total", Set.of(),
            "homeostat_readings_rehomed_total", Set.of(),
            "homeostat_alerts_open", Set.of("severity"),
            "homeostat_alert_events_total", Set.of("state"),
            "homeostat_corrections_total", Set.of("method"),
            "homeostat_verdict_latency_seconds_bucket", Set.of("le"),
            "homeostat_pipeline_lag_records", Set.of("topic", "partition"),
            "homeostat_incidents_total", Set.of("kind", "verdict"));

    private static final Set<String> FROM_SPRING_BOOT =
            Set.of("jvm_memory_used_bytes", "process_cpu_usage", "system_cpu_count", "up");

    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\b(?!\\s*\\()");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");

    @Test
    void prometheusAsksEachServiceWhereItListens() {
        Map<String, String> asked = scrapes();

        COMPOSE.modules()
                .keySet()
                .forEach(container -> assertThat(asked)
                        .containsEntry(
                                container,
                                container + ":" + COMPOSE.environment(container).get("SERVER_PORT")));
        assertThat(asked).hasSameSizeAs(COMPOSE.modules().keySet());
        PROMETHEUS
                .get("scrape_configs")
                .forEach(job -> assertThat(job.get("metrics_path").asString()).isEqualTo("/actuator/prometheus"));
    }

    @Test
    void prometheusFindsItsRulesWhereTheyAreMounted() {
        List<String> targets = COMPOSE.strings("prometheus", "volumes").stream()
                .map(volume -> volume.split(":")[1])
                .toList();

        PROMETHEUS.get("rule_files").forEach(file -> assertThat(targets).contains(file.asString()));
    }

    @Test
    void eachAlertIsNamedOnceAndSaysWhatToLookAt() {
        List<String> names = new ArrayList<>();
        alerts().forEach(alert -> {
            names.add(alert.get("alert").asString());
            assertThat(alert.at("/labels/severity").asString()).isIn("critical", "warning", "info");
            assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
            assertThat(alert.at("/annotations/description").asString()).isNotBlank();
        });

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void eachQueryNamesPromisedMetricsAndLabels() {
        Set<String> scraped = Set.of("job", "instance");
        for (String query : queries()) {
            Set<String> allowed = new TreeSet<>(scraped);
            List<String> metrics = metricsOf(query);
            assertThat(metrics).as(query).isNotEmpty();
            metrics.forEach(metric -> {
                assertThat(PROMISED.containsKey(metric) || FROM_SPRING_BOOT.contains(metric))
                        .as("%s in %s", metric, query)
                        .isTrue();
                allowed.addAll(PROMISED.getOrDefault(metric, Set.of()));
            });
            Matcher grouping = GROUPING.matcher(query);
            while (grouping.find()) {
                assertThat(allowed).as(query).contains(grouping.group(1).split(",\\s*"));
            }
        }
    }

    @Test
    void eachPromisedMetricHasItsPlaceOnTheDashboard() {
        String shown = DASHBOARD.get("panels").toString();

        assertThat(PROMISED.keySet()).allMatch(shown::contains);
    }

    @Test
    void grafanaFindsItsDatasourceAndItsDashboard() {
        JsonNode source = Repository.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                .at("/datasources/0");
        String folder = Repository.yaml("deploy/grafana/provisioning/dashboards/homeostat.yml")
                .at("/providers/0/options/path")
                .asString();

        assertThat(source.get("url").asString()).isEqualTo("http://prometheus:9090");
        DASHBOARD
                .get("panels")
                .forEach(panel -> assertThat(panel.at("/datasource/uid").asString())
                        .isEqualTo(source.get("uid").asString()));
        assertThat(COMPOSE.strings("grafana", "volumes")).contains("./deploy/grafana/dashboards:" + folder + ":ro");
        assertThat(COMPOSE.environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(folder + "/homeostat.json");
    }

    private static Map<String, String> scrapes() {
        List<JsonNode> jobs = new ArrayList<>();
        PROMETHEUS.get("scrape_configs").forEach(jobs::add);
        Function<JsonNode, String> target =
                job -> job.at("/static_configs/0/targets/0").asString();
        return jobs.stream().collect(Collectors.toMap(job -> job.get("job_name").asString(), target));
    }

    private static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        ALERTS.get("groups").forEach(group -> group.get("rules").forEach(alerts::add));
        return alerts;
    }

    private static List<String> queries() {
        List<String> queries = new ArrayList<>();
        alerts().forEach(alert -> queries.add(alert.get("expr").asString()));
        DASHBOARD
                .get("panels")
                .forEach(panel -> panel.get("targets")
                        .forEach(target -> queries.add(target.get("expr").asString())));
        return queries;
    }

    private static List<String> metricsOf(String query) {
        String bare = query.replaceAll("\\{[^}]*}", "").replaceAll("by \\([^)]*\\)", "");
        List<String> metrics = new ArrayList<>();
        Matcher matcher = METRIC.matcher(bare);
        while (matcher.find()) {
            metrics.add(matcher.group(1));
        }
        if (bare.matches("(?s).*\\bup\\b.*")) {
            metrics.add("up");
        }
        return metrics;
    }
}
