package io.zizhi.bench;

import io.zizhi.bench.Stages.Stage;
import io.zizhi.bench.peer.Peers;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.Notifications;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import io.zizhi.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time from the commit of a state change in one service until another service has committed its reaction.
 * qualification-service relays {@code QualificationSubmitted}, and review-service opens the review. The time starts
 * just before the commit request, so it includes the disk write. It ends when a trigger on review-service's inbox
 * signals the commit; both instants are from one clock. The peer is a plain producer, a bare poll loop and one insert,
 * without outbox or inbox.
 */
final class ConsumerBench {

    private static final String PRODUCER = "qualification-service";
    private static final String CONSUMER = "review-service";
    private static final int PER_SECOND = 100;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SETTLING_SECONDS = 40;
    private static final int SECONDS = 60;
    private static final int PEER_SECONDS = 20;
    private static final int PEER_WARM_UP_SECONDS = 8;
    private static final int BACKLOG = 5_000;

    /** A file for the stages of each event; if set, the stages are reported as well. */
    private static final String STAGES = System.getProperty("bench.stages", "");

    private static final String APPEND = """
            with stream as (
                insert into outbox_stream(topic, aggregate_id, version) values (?, ?, 1)
                on conflict (topic, aggregate_id) do update set version = outbox_stream.version + 1
                returning topic, aggregate_id, version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select ?, topic, aggregate_id, version, ?, ?, now() from stream
            """;

    private static final String NOTIFY = """
            create function bench_handled() returns trigger language plpgsql as $$
            begin
                perform pg_notify('bench_handled', new.event_id::text
                    || ' ' || (extract(epoch from now()) * 1000000)::bigint
                    || ' ' || (extract(epoch from clock_timestamp()) * 1000000)::bigint);
                return null;
            end
            $$;
            create trigger bench_handled after insert on inbox for each row execute function bench_handled()
            """;

    private final Site site;
    private final Report report;
    private final @Nullable Stages stages;
    private final Map<UUID, LongConsumer> awaited = new ConcurrentHashMap<>();
    private long nextId = 5_000_000_000L;

    ConsumerBench(Site site, Report report) {
        this.site = site;
        this.report = report;
        this.stages = STAGES.isEmpty() ? null : new Stages(site.kafkaClient());
    }

    void run() throws SQLException, InterruptedException {
        // Events of the reviews are about qualifications that exist in the outbox only.
        var producer = site.start(PRODUCER, Map.of("mp.messaging.incoming.review-events.topic", "zizhi.account.v1"));
        var consumer = site.start(CONSUMER, Map.of());
        try (Connection source = site.connect(PRODUCER);
                Connection sink = site.connect(CONSUMER);
                Connection ear = site.connect(CONSUMER)) {
            site.recycleLog();
            Sql.update(sink, NOTIFY);
            var notifications = new Notifications(ear, "bench_handled", this::handled);
            long[] warmUp = commitsToConsumer(source, WARM_UP_SECONDS * PER_SECOND);
            reportStages("warm-up");
            long[] settling = commitsToConsumer(source, SETTLING_SECONDS * PER_SECOND);
            reportStages("settling");
            long[] measured = commitsToConsumer(source, SECONDS * PER_SECOND);
            reportStages("measured");
            List<Double> backlog = List.of(backlog(source), backlog(source), backlog(source));
            notifications.close();
            report.note("commit → consumer, " + PER_SECOND + " events/s for " + SECONDS + " s, after "
                    + (WARM_UP_SECONDS + SETTLING_SECONDS) + " s of the same");
            report.distributions(List.of(
                    Figures.ofNanos("first " + WARM_UP_SECONDS + " s", warmUp),
                    Figures.ofNanos("the " + SETTLING_SECONDS + " s afterwards, compilers still busy", settling),
                    Figures.ofNanos("commit → handled by the consumer", measured),
                    Figures.ofNanos("peer: plain send, bare poll loop, one insert", peer(sink))));
            report.note("a backlog of " + BACKLOG + " events committed at once");
            report.rounds(List.of(Figures.of("relayed and handled", "events/s", backlog)));
        } finally {
            consumer.stop();
            producer.stop();
        }
    }

    /** Commits at an even rate: each event is due at its instant, independent of earlier events (open loop). */
    private long[] commitsToConsumer(Connection source, int count) throws SQLException, InterruptedException {
        long[] nanos = new long[count];
        CountDownLatch left = new CountDownLatch(count);
        source.setAutoCommit(false);
        long start = System.nanoTime();
        for (int index = 0; index < count; index++) {
            int each = index;
            parkUntil(start + index * (1_000_000_000L / PER_SECOND));
            UUID id = timeOrderedId();
            append(source, id);
            long committing = System.nanoTime();
            awaited.put(id, now -> {
                nanos[each] = now - committing;
                left.countDown();
            });
            note(id, Stage.COMMITTING, Stages.micros());
            source.commit();
            note(id, Stage.COMMITTED, Stages.micros());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        source.setAutoCommit(true);
        await(left);
        report.note(String.format(Locale.ROOT, "%d events committed in %.1f s", count, seconds));
        return nanos;
    }

    private void note(UUID event, Stage stage, long micros) {
        if (stages != null) {
            stages.note(event, stage, micros);
        }
    }

    private void reportStages(String name) {
        if (stages != null) {
            stages.report(report, Path.of(STAGES + "-" + name + ".csv"));
        }
    }

    private double backlog(Connection source) throws SQLException, InterruptedException {
        CountDownLatch left = new CountDownLatch(BACKLOG);
        source.setAutoCommit(false);
        for (int index = 0; index < BACKLOG; index++) {
            UUID id = timeOrderedId();
            awaited.put(id, now -> left.countDown());
            append(source, id);
        }
        long start = System.nanoTime();
        source.commit();
        source.setAutoCommit(true);
        await(left);
        return BACKLOG * 1e9 / (System.nanoTime() - start);
    }

    private void append(Connection source, UUID eventId) throws SQLException {
        long id = nextId++;
        EventType type = EventType.QUALIFICATION_SUBMITTED;
        Sql.update(
                source,
                APPEND,
                type.topic(),
                Long.toString(id),
                eventId,
                type.typeName(),
                Json.submitted(id, Instant.now()));
    }

    private void handled(String heard) {
        long now = System.nanoTime();
        String[] parameter = heard.split(" ", -1);
        UUID event = UUID.fromString(parameter[0]);
        note(event, Stage.BEGUN, Long.parseLong(parameter[1]));
        note(event, Stage.TAKEN, Long.parseLong(parameter[2]));
        note(event, Stage.HANDLED, Stages.micros());
        LongConsumer waiting = awaited.remove(event);
        if (waiting != null) {
            waiting.accept(now);
        }
    }

    private long[] peer(Connection sink) throws SQLException, InterruptedException {
        int count = PEER_SECONDS * PER_SECOND;
        long[] nanos = new long[count];
        CountDownLatch left = new CountDownLatch(count);
        String topic = "zizhi.document.v1";
        Sql.update(sink, "create table bench_peer (id text primary key, payload text not null)");
        try (var producer = Peers.producer(site.kafkaClient());
                var consumer = Peers.consumer(site.kafkaClient(), "bench-peer")) {
            consumer.subscribe(List.of(topic));
            Map<String, Long> sent = new ConcurrentHashMap<>();
            Thread sender = Thread.ofPlatform().daemon().start(() -> {
                long start = System.nanoTime() + 3_000_000_000L;
                for (int index = 0; index < count; index++) {
                    parkUntil(start + index * (1_000_000_000L / PER_SECOND));
                    String key = Integer.toString(index);
                    var message = Peers.message(EventType.DOCUMENT_STORED, key, Json.submitted(index, Instant.now()));
                    sent.put(key, System.nanoTime());
                    Peers.send(producer, message);
                }
            });
            while (left.getCount() > 0) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    Sql.update(
                            sink,
                            "insert into bench_peer values (?, ?)",
                            message.key(),
                            new String(message.value(), StandardCharsets.UTF_8));
                    Long start = sent.get(message.key());
                    if (start != null) {
                        nanos[Integer.parseInt(message.key())] = System.nanoTime() - start;
                        left.countDown();
                    }
                }
                consumer.commitAsync();
            }
            sender.join();
        }
        return Arrays.copyOfRange(nanos, PEER_WARM_UP_SECONDS * PER_SECOND, count);
    }

    /** Returns a version 7 UUID, as in the services. */
    private static UUID timeOrderedId() {
        UUID random = UUID.randomUUID();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0FFF);
        return new UUID(high, random.getLeastSignificantBits());
    }

    private static void await(CountDownLatch left) throws InterruptedException {
        if (!left.await(180, TimeUnit.SECONDS)) {
            throw new IllegalStateException(left.getCount() + " events were not handled within three minutes");
        }
    }

    private static void parkUntil(long instant) {
        for (long ahead = instant - System.nanoTime(); ahead > 0; ahead = instant - System.nanoTime()) {
            LockSupport.parkNanos(ahead);
        }
    }
}
