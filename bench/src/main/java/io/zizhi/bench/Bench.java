package io.zizhi.bench;

import io.zizhi.bench.capacity.CapacityBench;
import io.zizhi.bench.protection.ProtectionBench;
import io.zizhi.bench.recognition.RecognitionBench;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * {@code bench/run relay timers claims engine consumer submission lists imports documents abuse capacity recognition}:
 * runs the named measurements, on servers started for this run.
 */
public final class Bench {

    private static final Set<String> KNOWN = Set.of(
            "relay",
            "timers",
            "claims",
            "engine",
            "consumer",
            "submission",
            "protection",
            "lists",
            "imports",
            "documents",
            "abuse",
            "capacity",
            "recognition");

    private Bench() {}

    /** Prints the results as Markdown; exit code 2 for an unknown measurement. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        List<String> chosen = List.of(arguments);
        if (chosen.isEmpty() || !KNOWN.containsAll(chosen)) {
            System.err.println(
                    "Usage: bench/run relay | timers | claims | engine | consumer | submission | protection | lists |"
                            + " imports | documents | abuse | capacity | recognition ...");
            System.exit(2);
        }
        Report report = new Report(System.out);
        report.machine();
        if (chosen.contains("relay")) {
            new RelayBench(new Site(), report).run();
        }
        if (chosen.contains("timers")) {
            new TimerBench(new Site(), report).run();
        }
        if (chosen.contains("claims")) {
            new ClaimBench(new Site(), report).run();
        }
        if (chosen.contains("engine")) {
            new EngineBench(new Site(), report).run();
        }
        if (chosen.contains("consumer")) {
            new ConsumerBench(new Site(), report).run();
        }
        if (chosen.contains("submission")) {
            new SubmissionBench(report).run();
        }
        if (chosen.contains("protection")) {
            new ProtectionBench(report).run();
        }
        if (chosen.contains("abuse")) {
            new AbuseBench(report).run();
        }
        if (chosen.contains("capacity")) {
            new CapacityBench(report).run();
        }
        if (chosen.contains("recognition")) {
            new RecognitionBench(report).run();
        }
        if (chosen.contains("lists")) {
            new ListBench(new Site(), report).run();
        }
        if (chosen.contains("imports")) {
            new ImportBench(new Site(), report).run();
        }
        if (chosen.contains("documents")) {
            new DocumentBench(Site.withObjectStore(), report).run();
        }
        System.exit(0);
    }
}
