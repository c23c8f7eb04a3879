package io.zizhi.bench.protection;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.MeasuredService;
import io.zizhi.bench.site.ProcessorTime;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Sql;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what audit chains and encryption cost a submission: an applicant saves a draft and submits it, one after
 * another. Two replicas of qualification-service run side by side, one of them with {@linkplain PlainBuild plain fields}.
 * The trigger of the chains is switched on and off in their database. The four combinations take turns in each round, so
 * that other load on the machine meets all of them.
 */
public final class ProtectionBench {

    private static final String SERVICE = "qualification-service";
    private static final String PLAIN = "plain-qualification-service";
    private static final int WARM_UP = 300;
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 6;
    private static final int IN_A_ROUND = 20;

    private static final String HEADER = """
            | a submission | n | ms p50 | p90 | processor ms of qualification-service | of PostgreSQL |
            |---|---|---|---|---|---|
            """;

    private final Report report;
    private final RandomGenerator random = new SecureRandom();
    private final AtomicInteger number = new AtomicInteger();

    /** Id numbers already used, because a person may be administrator of the company only once. */
    private final Set<String> drawn = ConcurrentHashMap.newKeySet();

    public ProtectionBench(Report report) {
        this.report = report;
    }

    /** The results of one combination: latencies of single submissions, and processor time per submission by round. */
    private record Combination(
            String what,
            boolean chained,
            String process,
            Addresses addresses,
            List<Double> millis,
            List<Double> service,
            List<Double> database) {

        Combination(String what, boolean chained, String process, Addresses addresses) {
            this(what, chained, process, addresses, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    public void run() throws SQLException, InterruptedException {
        try (Suite suite = Suite.startForTests();
                Connection connection = connect(suite.database(SERVICE))) {
            Path folder = suite.infrastructure().folder();
            int port = Port.freeWithManagement();
            startBoth(suite, folder, port);
            Addresses encrypted = addresses(suite, suite.url(SERVICE));
            Addresses plain = addresses(suite, "http://127.0.0.1:" + port);
            warmUp(encrypted);
            warmUp(plain);
            List<Combination> combinations = List.of(
                    new Combination("chains and encryption", true, SERVICE, encrypted),
                    new Combination("without chains", false, SERVICE, encrypted),
                    new Combination("without encryption", true, PLAIN, plain),
                    new Combination("without both", false, PLAIN, plain));
            for (int round = 0; round < ROUNDS; round++) {
                for (Combination combination : combinations) {
                    Sql.update(
                            connection,
                            "alter table audit_entry " + (combination.chained() ? "enable" : "disable")
                                    + " trigger audit_chained");
                    measure(combination, folder);
                }
            }
            print(combinations);
        }
    }

    /** Replaces the service of {@code ./zizhi up}, which is configured to use little memory, by two replicas. */
    private static void startBoth(Suite suite, Path folder, int port) {
        Path original = ProjectFolder.built(SERVICE).resolve("quarkus-app");
        Path copy = folder.resolve("plain-build");
        PlainBuild.copy(original, copy);
        Path configuration = folder.resolve("config").resolve(SERVICE + ".properties");
        Path other = folder.resolve("config").resolve(PLAIN + ".properties");
        int own = URI.create(suite.url(SERVICE)).getPort();
        try {
            Files.writeString(
                    other,
                    Files.readString(configuration)
                            .replace("quarkus.http.port=" + own, "quarkus.http.port=" + port)
                            .replace(
                                    "quarkus.management.port=" + Port.management(own),
                                    "quarkus.management.port=" + Port.management(port))
                            .replace(
                                    "zizhi.internal.port=" + Port.internal(own),
                                    "zizhi.internal.port=" + Port.internal(port)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        suite.stop(SERVICE);
        MeasuredService.start(SERVICE, folder, own, configuration);
        MeasuredService.start(PLAIN, copy, folder, port, other);
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static Addresses addresses(Suite suite, String qualification) {
        return new Addresses(
                URI.create(qualification),
                URI.create(suite.url("document-service")),
                URI.create(suite.url("review-service")),
                URI.create(suite.url("notification-service")),
                URI.create(suite.infrastructure().identity().issuer()));
    }

    private void warmUp(Addresses addresses) throws InterruptedException {
        try (ExecutorService applicants = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Boolean>> submissions = IntStream.range(0, WARM_UP)
                    .mapToObj(index -> (Callable<Boolean>) () -> {
                        Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
                        submit(applicant, form(applicant, new Operator(addresses)));
                        return true;
                    })
                    .toList();
            for (Future<Boolean> submission : applicants.invokeAll(submissions)) {
                submission.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A submission was rejected", e);
        }
    }

    /** Fills in the forms first: phone codes and uploads are not part of the measurement. */
    private void measure(Combination combination, Path folder) {
        Applicant applicant = new Applicant(combination.addresses(), "applicant-a", DemoAccounts.COMPANY_A);
        Operator operator = new Operator(combination.addresses());
        List<JsonNode> forms = Stream.generate(() -> form(applicant, operator))
                .limit(IN_A_ROUND)
                .toList();
        Map<String, Double> before = ProcessorTime.millis(folder);
        for (JsonNode form : forms) {
            long start = System.nanoTime();
            submit(applicant, form);
            combination.millis().add((System.nanoTime() - start) / 1e6);
        }
        Map<String, Double> after = ProcessorTime.millis(folder);
        combination.service().add(each(before, after, combination.process()));
        combination.database().add(each(before, after, PostgresServer.NAME));
    }

    private static double each(Map<String, Double> before, Map<String, Double> after, String process) {
        return (after.getOrDefault(process, 0.0) - before.getOrDefault(process, 0.0)) / IN_A_ROUND;
    }

    private static void submit(Applicant applicant, JsonNode form) {
        JsonNode draft = applicant.draft(form);
        applicant
                .submit(draft.path("id").asLong(), draft.path("version").asLong(), UUID.randomUUID())
                .expect(200);
    }

    private JsonNode form(Applicant applicant, Operator operator) {
        InventedPerson administrator = Stream.generate(() -> InventedPerson.drawn(random))
                .filter(person -> drawn.add(person.idNumber()))
                .findFirst()
                .orElseThrow();
        String verification = applicant.requestPhoneCode(administrator.phone());
        String code = Waiting.until("the code by SMS", () -> operator.code(administrator.phone()));
        applicant.enterPhoneCode(verification, code);
        return applicant.fillIn("测量" + number.incrementAndGet() + "号", "COMPANY", administrator, verification);
    }

    private void print(List<Combination> combinations) {
        report.note("a draft saved and submitted, one after the other; " + ROUNDS + " rounds of " + IN_A_ROUND
                + " in turn, after " + WARM_UP + " not counted in each replica; processor time per submission,"
                + " median of the rounds");
        report.text(combinations.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "| %s | %d | %.1f | %.1f | %.1f | %.1f |",
                        each.what(),
                        each.millis().size(),
                        Figures.of("", "", each.millis()).percentile(0.5),
                        Figures.of("", "", each.millis()).percentile(0.9),
                        Figures.of("", "", each.service()).percentile(0.5),
                        Figures.of("", "", each.database()).percentile(0.5)))
                .collect(Collectors.joining("\n", HEADER, "")));
    }
}
