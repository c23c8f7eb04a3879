package io.zizhi.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.bench.peer.Cases;
import io.zizhi.bench.peer.FlowablePeer;
import io.zizhi.bench.peer.Peers;
import io.zizhi.bench.peer.StatementsPeer;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.Notifications;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import io.zizhi.contracts.EventType;
import io.zizhi.e2e.Api;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Measures how many cases per second go from opened through claimed to decided. All engines run the same number of
 * parallel cases. The clock's three timers are armed and cancelled in between. The running review-service opens a
 * review by an event from the broker, claims and decides over HTTP with a token. Then the measuring program runs the
 * service's statements alone. The peer is Flowable, embedded in the measuring program, on the same database server. Its
 * case is a user task with three boundary timers, which is claimed and completed with a variable.
 */
final class EngineBench {

    private static final String SERVICE = "review-service";
    private static final int ROUNDS = 2;

    private static final String NOTIFY = """
            create function bench_opened() returns trigger language plpgsql as $$
            begin
                perform pg_notify('bench_opened', new.work_order::text);
                return null;
            end
            $$;
            create trigger bench_opened after insert on review for each row execute function bench_opened()
            """;

    private final Site site;
    private final Report report;
    private final Map<Long, CompletableFuture<Void>> opening = new ConcurrentHashMap<>();

    EngineBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException, InterruptedException {
        site.recycleLog();
        Cases own = new Cases("whole review-service, over broker and HTTP");
        Cases statements = new Cases("review-service's statements, embedded");
        Cases audited = new Cases("Flowable embedded, default history");
        Cases bare = new Cases("Flowable embedded, without history");
        reviews(own);
        try (Connection database = site.connect(SERVICE)) {
            Sql.update(database, "drop trigger bench_opened on review");
        }
        StatementsPeer embedded = new StatementsPeer(site.pool(SERVICE, Cases.AT_A_TIME + 4));
        statements.measure(ROUNDS, number -> embedded.review(7_000_000_000L + number));
        flowable("audit", audited);
        flowable("none", bare);
        report.note(Cases.AT_A_TIME + " cases at a time, " + Cases.SECONDS + " s a round, after "
                + Cases.WARM_UP_SECONDS + " s not counted");
        report.rounds(List.of(own.rate(), statements.rate(), audited.rate(), bare.rate()));
        report.distributions(List.of(own, statements, audited, bare).stream()
                .flatMap(each -> each.steps().stream())
                .toList());
    }

    private void reviews(Cases cases) throws SQLException, InterruptedException {
        var service = site.start(SERVICE, Map.of());
        try (Connection database = site.connect(SERVICE);
                Connection ear = site.connect(SERVICE);
                var producer = Peers.producer(site.kafkaClient())) {
            Sql.update(database, NOTIFY);
            var notifications = new Notifications(ear, "bench_opened", this::opened);
            Api reviewer = new Api(site.token("reviewer-a"));
            String root = "http://127.0.0.1:" + service.port() + "/v1/reviews/";
            ObjectNode approval = Api.JSON.createObjectNode().put("outcome", "APPROVED");
            cases.measure(ROUNDS, number -> new Cases.Case() {

                private final long workOrder = 6_000_000_000L + number;

                @Override
                public void open() {
                    submit(producer, workOrder);
                }

                @Override
                public void claim() {
                    reviewer.post(URI.create(root + workOrder + "/claim"), null).expect(200);
                }

                @Override
                public void decide() {
                    reviewer.post(URI.create(root + workOrder + "/decision"), approval)
                            .expect(200);
                }
            });
            notifications.close();
        } finally {
            service.stop();
        }
    }

    /** Submits and waits until the service has committed the review. */
    private void submit(KafkaProducer<String, byte[]> producer, long workOrder) {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        opening.put(workOrder, opened);
        String event = Json.submitted(workOrder, Instant.now().truncatedTo(ChronoUnit.MICROS));
        Peers.send(producer, Peers.message(EventType.QUALIFICATION_SUBMITTED, Long.toString(workOrder), event));
        opened.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void opened(String workOrder) {
        CompletableFuture<Void> waiting = opening.remove(Long.valueOf(workOrder));
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private void flowable(String history, Cases cases) throws InterruptedException {
        try (FlowablePeer flowable = new FlowablePeer(site.pool(SERVICE, Cases.AT_A_TIME + 4), history)) {
            cases.measure(ROUNDS, number -> flowable.review());
        }
    }
}
