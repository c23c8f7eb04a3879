package io.zizhi.local;

import io.zizhi.local.PartStatus.State;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.suite.Parallel;
import io.zizhi.local.suite.SuitePart;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ./zizhi status}: shows the status of each part; the exit code tells scripts whether all parts are ready. */
final class StatusCommand {

    /** Every part is ready. */
    static final int ALL_READY = 0;

    /** Some part is not running or not ready. */
    static final int TROUBLE = 1;

    /** LSB exit code 3: not running. */
    static final int NOTHING_RUNS = 3;

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final long MEGABYTE = 1 << 20;

    private final Path folder;
    private final PrintStream out;

    StatusCommand(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    int run() {
        Map<String, Callable<PartStatus>> questions = new LinkedHashMap<>();
        for (SuitePart part : SuitePart.all(folder)) {
            questions.put(part.name(), () -> PartStatus.of(part, folder));
        }
        Collection<PartStatus> parts =
                Parallel.run(questions, Progress.silent()).values();
        if (parts.stream().allMatch(part -> part.state() == State.STOPPED)) {
            out.println("Nothing is running.");
            return NOTHING_RUNS;
        }
        out.printf(
                Locale.ROOT, "  %-21s  %-8s %5s %8s  %-19s %8s%n", "part", "state", "port", "pid", "since", "memory");
        parts.forEach(this::print);
        long memory = parts.stream()
                .map(PartStatus::process)
                .mapToLong(process -> process == null ? 0 : process.memory())
                .sum();
        out.printf(Locale.ROOT, "  %-66s %5d MB%n", "in all", memory / MEGABYTE);
        return parts.stream().allMatch(part -> part.state() == State.READY) ? ALL_READY : TROUBLE;
    }

    private void print(PartStatus part) {
        ServerProcess process = part.process();
        String state = part.state().name().toLowerCase(Locale.ROOT);
        String line = process == null
                ? String.format(Locale.ROOT, "  %-21s  %-8s", part.name(), state)
                : String.format(
                        Locale.ROOT,
                        "  %-21s  %-8s %5d %8d  %-19s %5d MB",
                        part.name(),
                        state,
                        process.port(),
                        process.pid(),
                        SINCE.format(process.since()),
                        process.memory() / MEGABYTE);
        out.println((line + "  " + part.complaint()).stripTrailing());
    }
}
