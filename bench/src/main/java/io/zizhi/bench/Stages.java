package io.zizhi.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zizhi.bench.peer.Peers;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Report;
import io.zizhi.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the stages of events by the machine's clock. Its own consumer records when the producer created a record and
 * when it could be read. The consumer itself uses some processor time.
 */
final class Stages implements AutoCloseable {

    /** The stages of an event, in order. */
    enum Stage {
        COMMITTING("commit requested"),
        COMMITTED("committed"),
        SENT("relay sends"),
        READABLE("broker delivers it to consumers"),
        BEGUN("consumer begins its transaction"),
        TAKEN("id recorded, cursor moved"),
        HANDLED("committed by the consumer");

        private final String what;

        Stage(String what) {
            this.what = what;
        }
    }

    private static final double SLOWEST = 0.01;

    private final Map<UUID, Map<Stage, Long>> passages = new ConcurrentHashMap<>();
    private final Thread reader;

    Stages(Map<String, String> client) {
        this.reader = Thread.ofPlatform().daemon().start(() -> read(client));
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    void note(UUID event, Stage stage, long micros) {
        passages.computeIfAbsent(event, each -> new ConcurrentSkipListMap<>()).put(stage, micros);
    }

    /** Prints the duration of each stage and writes all events to the file; then starts again. */
    void report(Report report, Path file) {
        List<List<Long>> complete = passages.values().stream()
                .filter(each -> each.size() == Stage.values().length)
                .map(each -> List.copyOf(each.values()))
                .sorted(Comparator.comparingLong(each -> each.getLast() - each.getFirst()))
                .toList();
        passages.clear();
        write(file, complete);
        List<List<Long>> slowest = complete.subList((int) (complete.size() * (1 - SLOWEST)), complete.size());
        report.note(
                "stages of " + complete.size() + " events, then of the slowest " + slowest.size() + "; all in " + file);
        for (List<List<Long>> each : List.of(complete, slowest)) {
            report.distributions(IntStream.range(1, Stage.values().length)
                    .mapToObj(end -> Figures.ofNanos("→ " + Stage.values()[end].what, durations(each, end)))
                    .toList());
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(Map<String, String> client) {
        try (var consumer = Peers.consumer(client, "bench-stages")) {
            consumer.subscribe(List.of(Topics.QUALIFICATION));
            while (!Thread.currentThread().isInterrupted()) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    long now = micros();
                    UUID event = UUID.fromString(
                            new String(message.headers().lastHeader("ce_id").value(), UTF_8));
                    note(event, Stage.SENT, TimeUnit.MILLISECONDS.toMicros(message.timestamp()));
                    note(event, Stage.READABLE, now);
                }
            }
        }
    }

    private static long[] durations(List<List<Long>> passages, int end) {
        return passages.stream()
                .mapToLong(each -> TimeUnit.MICROSECONDS.toNanos(each.get(end) - each.get(end - 1)))
                .toArray();
    }

    private static void write(Path file, List<List<Long>> passages) {
        try {
            Files.writeString(
                    file,
                    passages.stream()
                            .map(each -> each.stream().map(String::valueOf).collect(Collectors.joining(",")))
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
