package io.zizhi.recognition.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics of a worker, in the text format of Prometheus. */
final class WorkerMetrics {

    /** Upper bounds of the histogram in seconds. The target is 3 s. */
    private static final List<Double> BOUNDS = List.of(0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0);

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private final Map<String, LongAdder> outcomes = new TreeMap<>();
    private final List<LongAdder> buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS.size()).toList();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder count = new LongAdder();

    WorkerMetrics() {
        for (String outcome : List.of("done", "undecodable", "crashed", "timed_out", "busy", "refused")) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    void count(String outcome) {
        LongAdder counter = outcomes.get(outcome);
        if (counter == null) {
            throw new IllegalArgumentException(outcome);
        }
        counter.increment();
    }

    /** Records the time of one picture, whatever came of it. */
    void time(Duration taken) {
        double seconds = taken.toNanos() / 1e9;
        for (int index = 0; index < BOUNDS.size(); index++) {
            if (seconds <= BOUNDS.get(index)) {
                buckets.get(index).increment();
            }
        }
        nanos.add(taken.toNanos());
        count.increment();
    }

    String text(Readers readers) {
        StringBuilder text = new StringBuilder();
        head(text, "zizhi_recognition_pictures_total", "counter", "Pictures by outcome");
        outcomes.forEach((outcome, counter) ->
                line(text, "zizhi_recognition_pictures_total{outcome=\"" + outcome + "\"}", counter.sum()));
        head(text, "zizhi_recognition_picture_seconds", "histogram", "Time to read a picture");
        for (int index = 0; index < BOUNDS.size(); index++) {
            line(
                    text,
                    "zizhi_recognition_picture_seconds_bucket{le=\"" + BOUNDS.get(index) + "\"}",
                    buckets.get(index).sum());
        }
        line(text, "zizhi_recognition_picture_seconds_bucket{le=\"+Inf\"}", count.sum());
        text.append(String.format(Locale.ROOT, "zizhi_recognition_picture_seconds_sum %.3f%n", nanos.sum() / 1e9));
        line(text, "zizhi_recognition_picture_seconds_count", count.sum());
        head(text, "zizhi_recognition_processes_ready", "gauge", "Processes that have loaded their models");
        line(text, "zizhi_recognition_processes_ready", readers.ready());
        head(text, "zizhi_recognition_processes_idle", "gauge", "Processes that wait for a picture");
        line(text, "zizhi_recognition_processes_idle", readers.idle());
        head(text, "zizhi_recognition_process_starts_total", "counter", "Starts of processes that read pictures");
        line(text, "zizhi_recognition_process_starts_total", readers.starts());
        head(text, "zizhi_recognition_memory_bytes", "gauge", "Resident memory of the worker and its processes");
        line(text, "zizhi_recognition_memory_bytes", memory(readers));
        return text.toString();
    }

    private static long memory(Readers readers) {
        return Stream.concat(Stream.of(ProcessHandle.current().pid()), readers.processIds().stream())
                .mapToLong(WorkerMetrics::resident)
                .sum();
    }

    private static long resident(long pid) {
        try {
            Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return found.find() ? Long.parseLong(found.group(1)) * 1024 : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String sample, long value) {
        text.append(sample).append(' ').append(value).append('\n');
    }
}
