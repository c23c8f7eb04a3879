package io.zizhi.bench;

import io.zizhi.bench.peer.Peers;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import io.zizhi.contracts.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures how many events per second the relay of a running service sends from its outbox to the broker. The time runs
 * from the commit of the events until the last one is marked as sent. The peer is a plain producer with
 * {@code acks=all}. It has the same records in memory, sends them and waits for the last acknowledgement.
 */
final class RelayBench {

    private static final String SERVICE = "review-service";
    private static final int EVENTS = 50_000;
    private static final int AGGREGATES = 10_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private static final String APPEND = """
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select gen_random_uuid(), ?, cast(? + i % ? as text), 1 + i / ?, ?, ?, clock_timestamp()
            from generate_series(0, ? - 1) i
            """;

    private static final String UNSENT = "select count(*) from (select from outbox where sent_at is null limit 1) one";

    private final Site site;
    private final Report report;

    RelayBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException {
        List<Double> relayed = new ArrayList<>();
        var service = site.start(SERVICE, Map.of());
        try (Connection database = site.connect(SERVICE)) {
            for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
                relayed.add(round(database, 1_000_000_000L * round));
            }
        } finally {
            service.stop();
        }
        report.note("relay, " + EVENTS + " events of " + AGGREGATES + " aggregates a round; first rounds "
                + relayed.subList(0, WARM_UP) + " not counted");
        report.rounds(List.of(
                Figures.of("outbox relay", "events/s", relayed.subList(WARM_UP, relayed.size())),
                Figures.of("plain producer, same records", "events/s", plain())));
    }

    private static double round(Connection database, long firstId) throws SQLException {
        EventType type = EventType.SLA_WARNED;
        database.setAutoCommit(false);
        Sql.update(
                database,
                APPEND,
                type.topic(),
                firstId,
                AGGREGATES,
                AGGREGATES,
                type.typeName(),
                Json.warned(firstId),
                EVENTS);
        long start = System.nanoTime();
        database.commit();
        database.setAutoCommit(true);
        Sql.awaitZero(database, 120, UNSENT);
        return rate(start);
    }

    private List<Double> plain() {
        List<Double> rates = new ArrayList<>();
        try (var producer = Peers.producer(site.kafkaClient())) {
            for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
                long start = System.nanoTime();
                for (int index = 0; index < EVENTS; index++) {
                    String key = Long.toString(2_000_000_000L + index % AGGREGATES);
                    Peers.send(producer, Peers.message(EventType.SLA_WARNED, key, Json.warned(2_000_000_000L)));
                }
                producer.flush();
                rates.add(rate(start));
            }
        }
        return rates.subList(WARM_UP, rates.size());
    }

    private static double rate(long start) {
        return EVENTS * 1e9 / (System.nanoTime() - start);
    }
}
