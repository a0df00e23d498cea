package io.homeostat.benchmarks.faults;

import io.homeostat.benchmarks.Command;
import io.homeostat.benchmarks.Folders;
import io.homeostat.benchmarks.Machine;
import io.homeostat.benchmarks.faults.catalogue.Fault;
import io.homeostat.benchmarks.faults.report.FaultTable;
import io.homeostat.benchmarks.faults.report.Repeat;
import io.homeostat.benchmarks.faults.report.RepeatsCsv;
import io.homeostat.benchmarks.faults.report.TablePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hurts the stack as shipped in many ways under steady traffic, and prints what became of it. Everything that it starts has
 * ended when it returns, and what it wrote is gone but the table and the folders of what went wrong.
 */
public final class FaultsCommand implements Command {

    @Override
    public void run(String[] arguments) throws IOException, InterruptedException {
        FaultsPlan plan = FaultsPlan.of(arguments);
        List<Repeat> repeats = new ArrayList<>();
        for (Path file : plan.from()) {
            repeats.addAll(RepeatsCsv.read(Files.readString(file)));
        }
        double loadBefore = Machine.load();
        Path folder = Files.createTempDirectory("homeostat-faults");
        Matrix matrix = new Matrix(plan, folder);
        List<String> wrong = new ArrayList<>();
        if (!plan.faults().isEmpty()) {
            matrix.prepare();
        }
        for (Fault fault : plan.faults()) {
            for (int number = 1; number <= plan.repeats(); number++) {
                Repeat repeat = matrix.run(fault, number);
                repeats.add(repeat);
                // A long run that is broken off is not lost.
                write(plan, loadBefore, repeats);
                if (repeat.judgement().isRight()) {
                    Folders.delete(folder.resolve(fault.name() + "-" + number));
                } else {
                    wrong.add(fault.name());
                }
            }
        }
        write(plan, loadBefore, repeats);
        System.out.println(table(plan, loadBefore, repeats));
        if (wrong.isEmpty()) {
            Folders.delete(folder);
            return;
        }
        System.err.println("The folders of what went wrong are in " + folder);
        if (plan.strict()) {
            throw new IllegalStateException("the right answer must be given to every fault, was not to " + wrong);
        }
    }

    private static void write(FaultsPlan plan, double loadBefore, List<Repeat> repeats) throws IOException {
        Path out = plan.out();
        if (out != null) {
            boolean csv = out.toString().endsWith(".csv");
            Files.writeString(out, csv ? RepeatsCsv.write(repeats) : page(out, table(plan, loadBefore, repeats)));
        }
    }

    /** A page that has a place for the table keeps its text. */
    private static String page(Path out, String table) throws IOException {
        return Files.exists(out) ? TablePlace.fill(Files.readString(out), table) : table;
    }

    private static String table(FaultsPlan plan, double loadBefore, List<Repeat> repeats) {
        double load = repeats.stream().mapToDouble(Repeat::load).max().orElse(loadBefore);
        int most = repeats.stream().mapToInt(Repeat::number).max().orElse(0);
        String heading = String.format(
                Locale.ROOT,
                "%s: %s; up to %d repeats of each fault, each on a fresh stack with %,d readings/s; load average before"
                        + " the run %.1f, at most %.1f.",
                LocalDate.now(ZoneOffset.UTC),
                Machine.words(),
                most,
                plan.rate(),
                loadBefore,
                load);
        return new FaultTable(heading, repeats).markdown();
    }
}
