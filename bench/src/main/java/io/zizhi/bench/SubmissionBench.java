package io.zizhi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.bench.peer.AcceptancePeer;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.MeasuredService;
import io.zizhi.bench.site.Notifications;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Sql;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.Supervisor;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.suite.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures submissions, one after another, through the suite of {@code ./zizhi up}, but with qualification-service as a
 * {@link MeasuredService}. It measures the accepting transaction alone, from its start at the database until a trigger
 * signals its commit. {@code pgbench} writes the same rows for comparison. It also measures the whole path. This path
 * includes the request, the calls of document-service and notification-service, the transaction, the response, and the
 * readable review at the desk.
 */
final class SubmissionBench {

    private static final String SERVICE = "qualification-service";
    /**
     * Submissions before the measurement, enough for most of the JIT compilation. Several clients send them at once,
     * because each waits for a code by SMS.
     */
    private static final int WARM_UP = 1_000;

    private static final int AT_ONCE = 4;
    private static final int SUBMISSIONS = 100;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private static final String NOTIFY = """
            create function bench_accepted() returns trigger language plpgsql as $$
            begin
                perform pg_notify('bench_accepted', ((extract(epoch from now()) * 1000000)::bigint)::text);
                return null;
            end
            $$;
            create trigger bench_accepted after insert on submission_key
                for each row execute function bench_accepted()
            """;

    private final Report report;
    private final RandomGenerator random = new SecureRandom();

    /** Id numbers already used, because a person may be administrator of the company only once. */
    private final Set<String> drawn = ConcurrentHashMap.newKeySet();

    private final BlockingQueue<Long> accepted = new LinkedBlockingQueue<>();

    SubmissionBench(Report report) {
        this.report = report;
    }

    void run() throws SQLException, InterruptedException {
        try (Suite suite = Suite.startForTests();
                Connection connection = connect(suite.database(SERVICE));
                Connection ear = connect(suite.database(SERVICE))) {
            Sql.update(connection, NOTIFY);
            startMeasured(suite);
            var notifications = new Notifications(ear, "bench_accepted", this::accepted);
            Figures own = submissions(suite);
            notifications.close();
            suite.stop(SERVICE);
            Sql.update(connection, "drop trigger bench_accepted on submission_key");
            List<Double> rates = new AcceptancePeer(suite.database(SERVICE))
                    .rates(connection, suite.infrastructure().folder());
            compare(own, rates);
        }
    }

    /** Replaces the service of {@code ./zizhi up}, which is configured to use little memory. */
    private static void startMeasured(Suite suite) {
        Path folder = suite.infrastructure().folder();
        int port = URI.create(suite.url(SERVICE)).getPort();
        suite.stop(SERVICE);
        MeasuredService.start(SERVICE, folder, port, folder.resolve("config").resolve(SERVICE + ".properties"));
    }

    private void accepted(String begun) {
        accepted.add(TimeUnit.MICROSECONDS.toNanos(Stages.micros() - Long.parseLong(begun)));
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private Figures submissions(Suite suite) throws InterruptedException {
        Addresses addresses = new Addresses(
                URI.create(suite.url(SERVICE)),
                URI.create(suite.url("document-service")),
                URI.create(suite.url("review-service")),
                URI.create(suite.url("notification-service")),
                URI.create(suite.infrastructure().identity().issuer()));
        warmUp(addresses);
        Applicant applicant = applicant(addresses);
        Operator operator = new Operator(addresses);
        Supervisor supervisor = new Supervisor(addresses);
        long[] transactions = new long[SUBMISSIONS];
        long[] answered = new long[SUBMISSIONS];
        long[] atTheDesk = new long[SUBMISSIONS];
        for (int index = 0; index < SUBMISSIONS; index++) {
            JsonNode draft = draft(applicant, operator, index);
            long start = System.nanoTime();
            long workOrder = submit(applicant, draft);
            long answer = System.nanoTime();
            while (supervisor.look(workOrder).status() != 200) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            answered[index] = answer - start;
            atTheDesk[index] = System.nanoTime() - start;
            transactions[index] = accepted.take();
        }
        Figures transaction = Figures.ofNanos("accepting transaction, from its begin to its commit", transactions);
        report.note("submissions, one after the other, after " + WARM_UP + " not counted, " + AT_ONCE + " at once");
        report.distributions(List.of(
                transaction,
                Figures.ofNanos("submission requested → answered", answered),
                Figures.ofNanos("submission requested → review readable at the desk", atTheDesk)));
        return transaction;
    }

    private void warmUp(Addresses addresses) throws InterruptedException {
        try (ExecutorService applicants = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Long>> submissions = IntStream.range(-WARM_UP, 0)
                    .mapToObj(index -> (Callable<Long>) () -> {
                        Applicant applicant = applicant(addresses);
                        return submit(applicant, draft(applicant, new Operator(addresses), index));
                    })
                    .toList();
            for (Future<Long> submission : applicants.invokeAll(submissions)) {
                submission.get();
                accepted.take();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A submission was rejected", e);
        }
    }

    private static Applicant applicant(Addresses addresses) {
        return new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    }

    private static long submit(Applicant applicant, JsonNode draft) {
        return applicant
                .submit(draft.path("id").asLong(), draft.path("version").asLong(), UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
    }

    /** Compares the medians of both, with one client each, as transactions per second. */
    private void compare(Figures accepted, List<Double> rates) {
        if (rates.isEmpty()) {
            report.note("no pgbench on this machine, so no comparison");
            return;
        }
        Figures peer = Figures.of("pgbench, the same rows, one client", "transactions/s", rates);
        report.rounds(List.of(peer));
        double own = 1000 / accepted.percentile(0.5);
        report.note(String.format(
                Locale.ROOT,
                "the accepting transaction reaches %.0f a second, %.2f of pgbench",
                own,
                own / peer.percentile(0.5)));
    }

    private JsonNode draft(Applicant applicant, Operator operator, int index) {
        InventedPerson administrator = Stream.generate(() -> InventedPerson.drawn(random))
                .filter(person -> drawn.add(person.idNumber()))
                .findFirst()
                .orElseThrow();
        String verification = applicant.requestPhoneCode(administrator.phone());
        String code = Waiting.until("the code by SMS", () -> operator.code(administrator.phone()));
        applicant.enterPhoneCode(verification, code);
        String name = "测量" + (index + WARM_UP) + "号";
        return applicant.draft(applicant.fillIn(name, "COMPANY", administrator, verification));
    }
}
