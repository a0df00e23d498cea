package io.homeostat.benchmarks.throughput;

import io.homeostat.benchmarks.Command;
import io.homeostat.benchmarks.Folders;
import io.homeostat.benchmarks.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the services and their peers, one after the other, on one broker, and prints one table. Everything that it
 * starts has ended and everything that it wrote but the table and, if a job failed, the logs is gone when it returns.
 */
public final class ThroughputCommand implements Command {

    static final int MANY_BREACHES = 2_000;
    static final int FEW_BREACHES = 20;

    @Override
    public void run(String[] arguments) throws IOException, InterruptedException {
        Plan plan = Plan.of(arguments);
        Path folder = Files.createTempDirectory("homeostat-benchmarks");
        double loadBefore = Machine.load();
        boolean clean = false;
        try {
            List<Row> rows = new ArrayList<>();
            try (Arena arena = Arena.open(plan, folder)) {
                for (Contender contender : plan.contenders()) {
                    rows.add(arena.measure(contender));
                }
            }
            Table table = new Table(plan, loadBefore, rows);
            System.out.println(table.markdown());
            write(plan, table);
            clean = rows.stream().noneMatch(row -> row.failure() != null);
        } finally {
            if (clean) {
                Folders.delete(folder);
            } else {
                System.err.println("The jobs' logs are in " + folder);
            }
        }
    }

    private static void write(Plan plan, Table table) throws IOException {
        Path out = plan.out();
        if (out != null) {
            String text = out.toString().endsWith(".csv") ? table.csv() : table.markdown();
            Files.writeString(out, text, StandardCharsets.UTF_8);
        }
    }
}
