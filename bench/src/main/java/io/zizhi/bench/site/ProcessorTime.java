package io.zizhi.bench.site;

import io.zizhi.local.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the processor time of all processes of a suite from the operating system. */
public final class ProcessorTime {

    /** The operating system counts in ticks of ten milliseconds. */
    private static final int TICK_MILLIS = 10;

    /** User and system time of a process, then those of its ended children; counted from the state, the third field. */
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private ProcessorTime() {}

    /** Returns the milliseconds used by each process and its children since its start, by the name of the process. */
    public static Map<String, Double> millis(Path folder) {
        Map<String, Double> millis = new TreeMap<>();
        for (String name : ServerProcess.recorded(folder)) {
            ServerProcess.running(name, folder).ifPresent(process -> millis.put(name, millis(process.pid())));
        }
        return millis;
    }

    private static double millis(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToDouble(process -> ticks(process.pid()) * TICK_MILLIS)
                .sum();
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return TIMES.stream().map(fields::get).mapToLong(Long::parseLong).sum();
        } catch (IOException ended) {
            // its parent counts it
            return 0;
        }
    }
}
