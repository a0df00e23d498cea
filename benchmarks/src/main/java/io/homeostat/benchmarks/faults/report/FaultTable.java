package io.homeostat.benchmarks.faults.report;

import io.homeostat.benchmarks.faults.judging.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The repeats as a table in Markdown, a row for each fault. Immutable. */
public final class FaultTable {

    private static final List<String> HEADINGS = List.of(
            "fault",
            "from",
            "detected",
            "MTTD s, median / max",
            "component right",
            "kind right",
            "remedies tried",
            "MTTR s, median / max",
            "lost",
            "doubled",
            "verdict right",
            "harm",
            "what went wrong");

    private final String heading;
    private final List<Repeat> repeats;

    /** The heading says when, where and how often. */
    public FaultTable(String heading, List<Repeat> repeats) {
        this.heading = heading;
        this.repeats = List.copyOf(repeats);
    }

    /** The text. */
    public String markdown() {
        StringBuilder text = new StringBuilder(heading).append("\n\n");
        line(text, HEADINGS);
        line(text, HEADINGS.stream().map(one -> "---").toList());
        Map<String, List<Repeat>> byFault =
                repeats.stream().collect(Collectors.groupingBy(Repeat::fault, LinkedHashMap::new, Collectors.toList()));
        byFault.forEach((name, its) -> line(text, cells(name, its)));
        return text.toString();
    }

    private static List<String> cells(String name, List<Repeat> its) {
        List<Judgement> all = its.stream().map(Repeat::judgement).toList();
        List<String> cells = new ArrayList<>();
        cells.add("`%s` %s".formatted(name, its.get(0).title()));
        cells.add(its.get(0).origin());
        cells.add(share(all, Judgement::detected));
        cells.add(Spread.of(all.stream()
                        .filter(Judgement::detected)
                        .map(Judgement::detectedMillis)
                        .toList())
                .words("never"));
        cells.add(share(all, Judgement::componentRight));
        cells.add(share(all, Judgement::kindRight));
        cells.add(words(all, one -> String.join(", ", one.remedies())));
        cells.add(
                Spread.of(all.stream().map(Judgement::recoveredMillis).toList()).words("never"));
        cells.add(Integer.toString(all.stream().mapToInt(Judgement::lost).sum()));
        cells.add(Integer.toString(all.stream().mapToInt(Judgement::doubled).sum()));
        cells.add(share(all, Judgement::verdictRight));
        cells.add(words(all, Judgement::harm));
        cells.add(words(all, FaultTable::wrong));
        return cells;
    }

    private static String wrong(Judgement one) {
        List<String> wrong = new ArrayList<>();
        if (!one.componentRight()) {
            wrong.add(one.component().isEmpty() ? "not detected" : "blamed " + one.component());
        } else if (!one.kindRight()) {
            wrong.add(one.kind().isEmpty() ? "no kind" : "called " + one.kind());
        }
        if (!one.verdictRight()) {
            wrong.add(one.verdict().isEmpty() ? "no verdict" : "verdict " + one.verdict());
        }
        if (!one.note().isEmpty()) {
            wrong.add(one.note());
        } else if (!one.wellAgain()) {
            wrong.add("not well again");
        }
        return String.join("; ", wrong);
    }

    private static String share(List<Judgement> all, Predicate<Judgement> right) {
        return all.stream().filter(right).count() + "/" + all.size();
    }

    /** Each of the different texts once. */
    private static String words(List<Judgement> all, Function<Judgement, String> text) {
        Set<String> different = new LinkedHashSet<>(all.stream().map(text).toList());
        different.remove("");
        return String.join(" — ", different);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ")
                .append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }
}
