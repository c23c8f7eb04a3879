package io.zizhi.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.PatientServices;
import io.zizhi.e2e.Reviewer;
import io.zizhi.e2e.Supervisor;
import io.zizhi.e2e.TestRandom;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.Folders;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.kafka.KafkaBroker;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the runbook: the chapters on backups, on a full restore, and on the loss of Kafka. Results of recognition are
 * rows of the document database, encrypted with the keys of accounts, so the copies contain them.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupAndRestoreIT {

    /** The databases in dependency order: a database comes before those that it refers to. */
    private static final List<String> DATABASES = List.of("review", "qualification", "notification", "document");

    private static final String SAVED = "saved";

    /** Shortens the minutes after which events count as settled, and audit rows are anchored. */
    private static final Map<String, String> SETTINGS = Map.of(
            "zizhi.reconciliation.settled-after", "PT0S",
            "zizhi.audit.anchors.every", "PT0.5S");

    private static final String SETTLED_NEVER_SEEN =
            "select count(*) from reconciliation_difference where kind = 'NEVER_SEEN' and outcome = 'SETTLED'";

    /** Accepts the losses of every restore. */
    private static final Map<String, String> ACCEPTING =
            Map.of("zizhi.audit.verification.accepted-epoch", "99999999999");

    private final Random random = TestRandom.seeded();
    private final Ports ports = Ports.random();

    @TempDir
    static Path state;

    @TempDir
    static Path backup;

    private Suite suite;
    private Addresses addresses;
    private Applicant applicant;
    private Reviewer reviewer;
    private Supervisor supervisor;
    private Operator operator;

    /** A submitted qualification with a photo that its reviewer views. */
    private record Filed(long id, long workOrder, String documentId) {}

    @BeforeAll
    void start() {
        startSuite(Map.of());
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    @Order(1)
    void restore_brings_back_all_data_and_work_continues() throws IOException {
        Filed approved = filed("备份前通过");
        decide(approved);
        JsonNode recognised = recognised(approved);
        assertThat(recognised.path("fields")).isNotEmpty();
        Filed supplement = filed("备份前补充");
        claim(supplement);
        reviewer.requestSupplement(supplement.workOrder(), "/moreMaterial", "请补充");
        awaitStatus(supplement, "SUPPLEMENT_REQUIRED");
        Filed undecided = filed("备份时在审");
        long draft = draft("备份时草稿").path("id").asLong();
        DatabaseCopies databases = new DatabaseCopies(suite);

        save(databases, "review");
        decide(undecided);
        Filed submittedMeanwhile = filed("备份中提交");
        awaitApplied(submittedMeanwhile);
        save(databases, "qualification");
        save(databases, "notification");
        save(databases, "document");
        copy(state.resolve("data/object-store"), backup.resolve("object-store"));
        copy(state.resolve("data/keysets"), backup.resolve("keysets"));

        Filed lost = filed("备份后提交");
        awaitAnchored();
        assertThat(findings()).as("before the loss").isEmpty();
        loseEverything(databases);
        restoreEverything(databases);

        Map<String, JsonNode> reports = reconcile();
        assertThat(count(reports, "review-service", "neverSeen"))
                .as("what was submitted meanwhile")
                .isPositive();
        assertThat(count(reports, "review-service", "ahead")).isZero();
        assertThat(count(reports, "qualification-service", "ahead"))
                .as("a decision and a review that the desk has lost")
                .isEqualTo(2);
        assertThat(Objects.requireNonNull(reports.get("review-service"))
                        .path("open")
                        .asLong())
                .isZero();

        awaitStatus(approved, "APPROVED");
        assertThat(recognised(approved)).isEqualTo(recognised);
        awaitStatus(supplement, "SUPPLEMENT_REQUIRED");
        assertThat(applicant.qualification(draft).path("status").asText()).isEqualTo("DRAFT");
        awaitStatus(undecided, "APPROVED");
        // The desk opens the review again; qualification-service already knows it.
        discard(Waiting.until(
                "the second opening to be parked",
                () -> parked("qualification-service", submittedMeanwhile.workOrder())));
        claim(submittedMeanwhile);
        assertThat(reviewer.view(submittedMeanwhile.documentId())).isNotEmpty();
        reviewer.approve(submittedMeanwhile.workOrder());
        awaitStatus(submittedMeanwhile, "APPROVED");

        // The restored desk continues a review whose decision the applicant already knows.
        claim(undecided);
        Waiting.until("the conflict to be parked", () -> parked("qualification-service", undecided.workOrder()));
        awaitStatus(undecided, "APPROVED");

        Filed fresh = filed("恢复后提交");
        assertThat(fresh.id()).as("a number that was not used before").isGreaterThan(lost.id());
        decide(fresh);

        awaitAnchored();
        assertThat(findings())
                .as("audit rows of the filing after the backup")
                .contains("qualification-service LOST_BY_RESTORE " + DemoAccounts.COMPANY_A.id() + " false")
                .allMatch(finding -> finding.contains(" LOST_BY_RESTORE "));
    }

    @Test
    @Order(2)
    void resends_events_after_loss_of_kafka() throws IOException {
        awaitReceived();
        long before = number("review-service", SETTLED_NEVER_SEEN);
        suite.stop("review-service");
        Filed unheard = submitted("卡夫卡丢失前提交");
        awaitSent();
        restartWithoutKafka();
        assertThat(findings())
                .as("losses that the settings accept")
                .contains("qualification-service LOST_BY_RESTORE " + DemoAccounts.COMPANY_A.id() + " true")
                .allMatch(finding -> finding.endsWith(" true"));

        // The desk begins a comparison itself when its topics are new, perhaps before this one.
        Map<String, JsonNode> reports = reconcile();

        assertThat(count(reports, "review-service", "neverSeen"))
                .isEqualTo(count(reports, "review-service", "settled"));
        assertThat(number("review-service", SETTLED_NEVER_SEEN)).isEqualTo(before + 1);
        decide(unheard);
    }

    /** The wrong backup first is an ordinary mistake. */
    @Test
    @Order(3)
    void two_restores_in_a_row_do_not_look_like_tampering() {
        DatabaseCopies databases = new DatabaseCopies(suite);
        save(databases, "review", "old");
        decide(filed("旧备份之后"));
        awaitAnchored();
        save(databases, "review", "newer");
        for (String copy : List.of("old", "newer")) {
            decide(filed("恢复之前" + copy));
            awaitAnchored();
            suite.stop("review-service");
            databases.lose("review");
            databases.restore("review", copy);
            databases.raiseEpoch("review");
            suite.start("review-service");
            decide(filed("恢复之后" + copy));
            awaitAnchored();
            assertThat(findings())
                    .as("after the restore of the " + copy + " backup")
                    .contains("review-service LOST_BY_RESTORE " + DemoAccounts.COMPANY_A.id() + " true")
                    .allMatch(finding -> finding.contains(" LOST_BY_RESTORE ") && finding.endsWith(" true"));
        }
    }

    private void startSuite(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(SETTINGS);
        all.putAll(more);
        suite = Suite.start(state, ports, new SuiteOptions(PatientServices.with(all), Map.of()).withRecognition());
        addresses = new Addresses(
                URI.create(suite.url("qualification-service")),
                URI.create(suite.url("document-service")),
                URI.create(suite.url("review-service")),
                URI.create(suite.url("notification-service")),
                URI.create(suite.infrastructure().identity().issuer()));
        applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
        reviewer = new Reviewer(addresses, "reviewer-a");
        supervisor = new Supervisor(addresses);
        operator = new Operator(addresses);
    }

    /** Saves a database. Its service loses its connections for a moment. */
    private void save(DatabaseCopies databases, String name) {
        save(databases, name, SAVED);
    }

    private void save(DatabaseCopies databases, String name, String copy) {
        databases.save(name, copy);
        Api api = Login.as("operator", addresses);
        URI overview = URI.create(suite.url(name + "-service") + "/v1/operations");
        Waiting.until(
                "the database of " + name,
                () -> Optional.of(api.get(overview)).filter(answer -> answer.status() == 200));
    }

    /**
     * Deletes all data. PostgreSQL and the OIDC server keep running: an emptied database server equals a new one.
     */
    private void loseEverything(DatabaseCopies databases) throws IOException {
        Service.modules().parallelStream().forEach(suite::stop);
        for (String server : List.of(KafkaBroker.NAME, ObjectStore.NAME)) {
            suite.processes().stop(server);
        }
        DATABASES.forEach(databases::lose);
        for (String lost : List.of("kafka", "object-store", "keysets")) {
            Folders.delete(state.resolve("data").resolve(lost));
        }
    }

    private void restoreEverything(DatabaseCopies databases) throws IOException {
        DATABASES.forEach(name -> databases.restore(name, SAVED));
        copy(backup.resolve("object-store"), state.resolve("data/object-store"));
        copy(backup.resolve("keysets"), state.resolve("data/keysets"));
        DATABASES.forEach(databases::raiseEpoch);
        startSuite(Map.of());
    }

    private void restartWithoutKafka() throws IOException {
        suite.close();
        Folders.delete(state.resolve("data/kafka"));
        startSuite(ACCEPTING);
    }

    /** Waits until every audit row is anchored outside its database. */
    private void awaitAnchored() {
        for (String service : Service.modules()) {
            Waiting.until(
                    "the anchors of " + service, () -> Optional.of(service).filter(each -> unanchored(each) == 0));
        }
    }

    private long unanchored(String service) {
        return number(service, "select count(*) from audit_head where anchored_in is null");
    }

    /** Waits until the desk has received every event about qualifications. A later comparison would count the rest. */
    private void awaitReceived() {
        String about = " where topic = '" + Topics.QUALIFICATION + "'";
        String sent = "select coalesce(sum(version), 0) from outbox_stream" + about;
        String received = "select coalesce(sum(last_version), 0) from inbox_cursor" + about;
        Waiting.until(
                "the events at the desk",
                () -> Optional.of("review-service")
                        .filter(desk -> number(desk, received) == number("qualification-service", sent)));
    }

    private long number(String service, String sql) {
        Database database = suite.database(service);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Verifies the audit logs, and returns the findings as service, kind, chain and whether they are accepted. */
    private List<String> findings() {
        Api api = Login.as("auditor", addresses);
        List<String> findings = new ArrayList<>();
        for (String service : Service.modules()) {
            URI verifications = URI.create(suite.url(service) + "/v1/audit-verifications");
            JsonNode page = Api.JSON.createObjectNode();
            do {
                page = api.post(
                                verifications,
                                Api.JSON
                                        .createObjectNode()
                                        .put("cursor", page.path("nextCursor").asText(null)))
                        .expect(200);
                page.path("findings")
                        .forEach(finding -> findings.add(String.join(
                                " ",
                                service,
                                finding.path("kind").asText(),
                                finding.path("chain").asText(),
                                finding.path("accepted").asText())));
            } while (page.has("nextCursor"));
        }
        return findings;
    }

    /**
     * Lets one service after the other compare, and returns their reports. The desk compares after
     * qualification-service: when it has found the submissions that it lost, it publishes events about them again, and
     * qualification-service would no longer count these as ahead.
     */
    private Map<String, JsonNode> reconcile() {
        Api api = Login.as("operator", addresses);
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        for (String service : Service.modules()) {
            api.post(reconciliations(service, ""), Api.JSON.createObjectNode().put("reason", "after the restore"))
                    .expect(200);
            reports.put(
                    service,
                    Waiting.until(
                            "the report of " + service,
                            () -> Optional.of(api.get(reconciliations(service, "/latest"))
                                            .expect(200))
                                    .filter(report ->
                                            report.path("state").asText().equals("FINISHED"))));
        }
        return reports;
    }

    private URI reconciliations(String service, String path) {
        return URI.create(suite.url(service) + "/v1/operations/reconciliations" + path);
    }

    private static long count(Map<String, JsonNode> reports, String service, String what) {
        long sum = 0;
        for (JsonNode topic : Objects.requireNonNull(reports.get(service)).path("topics")) {
            sum += topic.path(what).asLong();
        }
        return sum;
    }

    private Optional<JsonNode> parked(String service, long aggregateId) {
        JsonNode conflicts = Login.as("operator", addresses)
                .get(URI.create(suite.url(service) + "/v1/operations/parked-aggregates?limit=100&cause=EVENT_CONFLICT"))
                .expect(200);
        for (JsonNode aggregate : conflicts.path("items")) {
            if (aggregate.path("aggregateId").asText().equals(Long.toString(aggregateId))) {
                return Optional.of(aggregate);
            }
        }
        return Optional.empty();
    }

    /** Waits until qualification-service has received that the desk opened the review. */
    private void awaitApplied(Filed filed) {
        Api api = Login.as("operator", addresses);
        URI aggregate = URI.create(addresses.qualification() + "/v1/operations/parked-aggregates/" + Topics.REVIEW + "/"
                + filed.workOrder());
        Waiting.until(
                "the review of " + filed + " in the qualification",
                () -> Optional.of(api.get(aggregate)).filter(answer -> answer.status() == 200));
    }

    /** Discards the event: one operator requests it, another confirms it. */
    private void discard(JsonNode parked) {
        URI discards = URI.create(addresses.qualification() + "/v1/operations/discards");
        JsonNode request = Api.JSON
                .createObjectNode()
                .put("kind", "PARKED_EVENT")
                .put("topic", parked.path("topic").asText())
                .put("aggregateId", parked.path("aggregateId").asText())
                .put("eventId", parked.path("failedEventId").asText())
                .put("reason", "The review was opened before the restore.");
        String id = Login.as("operator", addresses)
                .post(discards, request)
                .expect(201)
                .path("id")
                .asText();
        Login.as("operator-b", addresses)
                .post(URI.create(discards + "/" + id + "/confirmation"), null)
                .expect(200);
    }

    private JsonNode draft(String name) {
        InventedPerson person = InventedPerson.drawn(random);
        String verification = applicant.requestPhoneCode(person.phone());
        String code = Waiting.until("the code", () -> operator.code(person.phone()));
        applicant.enterPhoneCode(verification, code);
        return applicant.draft(applicant.fillIn(name, "COMPANY", person, verification));
    }

    private Filed submitted(String name) {
        JsonNode draft = draft(name);
        long id = draft.path("id").asLong();
        JsonNode submission = applicant
                .submit(id, draft.path("version").asLong(), UUID.randomUUID())
                .expect(200);
        return new Filed(
                id,
                submission.path("workOrder").asLong(),
                draft.findPath("portraitDocumentId").asText());
    }

    /** Files a qualification and waits until it is at the desk. */
    private Filed filed(String name) {
        Filed filed = submitted(name);
        awaitReview(filed);
        return filed;
    }

    /** Waits for the recognition of the photo. */
    private JsonNode recognised(Filed filed) {
        return Waiting.until(
                "the recognition of " + filed.documentId(),
                () -> Optional.of(applicant.recognition(filed.documentId()))
                        .filter(found -> found.path("status").asText().equals("DONE")));
    }

    private void awaitReview(Filed filed) {
        supervisor.awaitReview(filed.workOrder());
    }

    private void claim(Filed filed) {
        awaitReview(filed);
        reviewer.claim(filed.workOrder());
    }

    private void decide(Filed filed) {
        claim(filed);
        reviewer.approve(filed.workOrder());
        awaitStatus(filed, "APPROVED");
    }

    private void awaitStatus(Filed filed, String status) {
        Waiting.until(
                status + " of " + filed,
                () -> Optional.of(applicant.qualification(filed.id()))
                        .filter(seen -> seen.path("status").asText().equals(status)));
    }

    /** Waits until the event has left the outbox for the broker. */
    private void awaitSent() {
        Api api = Login.as("operator", addresses);
        Waiting.until(
                "an empty outbox",
                () -> Optional.of(api.get(URI.create(suite.url("qualification-service") + "/v1/operations"))
                                .expect(200))
                        .filter(overview -> overview.at("/unsentEvents/count").asLong(-1) == 0));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
