package io.zizhi.e2e.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.contracts.Topics;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.PatientServices;
import io.zizhi.e2e.Reviewer;
import io.zizhi.e2e.Specimen;
import io.zizhi.e2e.Supervisor;
import io.zizhi.e2e.TestRandom;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.state.Keysets;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.Suite;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants distinctive values for one account through the public interfaces, makes a backup, and erases the account. Then
 * searches every file, table, topic, log and the backup for them, and tries every key on everything.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

    private static final DemoAccount ACCOUNT = DemoAccounts.COMPANY_A;
    private static final String USER = "applicant-a";

    /** Nothing is uploaded while the account is erased. */
    private static final Map<String, String> SETTINGS = Map.of(
            "zizhi.erasure.settle", "PT1S",
            "zizhi.erasure.pause", "PT0.5S",
            "zizhi.encryption.key-cache-life", "PT1S");

    private static final int SLICE = 64;

    @TempDir
    static Path state;

    @TempDir
    static Path otherKeys;

    private final Random random = TestRandom.seeded();
    private final InventedPerson person = person();
    private final String remark = "备注" + TestRandom.suffix(random);
    private final String note = "说明" + TestRandom.suffix(random);
    private final String fileName = "证件" + TestRandom.suffix(random) + ".png";
    private final PlantedValues planted = new PlantedValues();
    private final PlantedValues photos = new PlantedValues();

    private Suite suite;
    private Addresses addresses;
    private long inReview;
    private Dump before;
    private Keyring keysBefore;
    private Dump after;
    private Keyring keysAfter;

    private InventedPerson person() {
        InventedPerson drawn = InventedPerson.drawn(random);
        return new InventedPerson("诸葛" + drawn.name(), drawn.idNumber(), drawn.phone());
    }

    @BeforeAll
    void erase() throws ExecutionException, InterruptedException {
        suite = Suite.start(state, Ports.random(), new SuiteOptions(PatientServices.with(SETTINGS), Map.of()));
        addresses = new Addresses(
                URI.create(suite.url("qualification-service")),
                URI.create(suite.url("document-service")),
                URI.create(suite.url("review-service")),
                URI.create(suite.url("notification-service")),
                URI.create(suite.infrastructure().identity().issuer()));
        plant();
        before = Dump.of(suite);
        keysBefore = keys(before);
        publishTombstone();
        Service.modules().forEach(this::awaitErased);
        after = Dump.of(suite);
        keysAfter = keys(after);
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void before_erasure_the_keys_decrypt_every_planted_value() {
        assertThat(planted.in(keysBefore.fieldsOf(before)))
                .as("or the search below proves nothing")
                .containsExactlyInAnyOrderElementsOf(planted.names());
        assertThat(keysBefore.objectsOf(before))
                .anySatisfy(object -> assertThat(photos.in(object)).isNotEmpty());
    }

    @Test
    void no_file_on_disk_contains_a_planted_value() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> searched = new ArrayList<>();
        Dump.eachFile(state, (file, bytes) -> {
            searched.add(file);
            List<String> values = planted.in(bytes);
            if (!values.isEmpty()) {
                found.put(file, values);
            }
        });
        assertThat(searched)
                .as("databases, topics and logs are searched")
                .anyMatch(file -> file.contains("pg_wal"))
                .anyMatch(file -> file.contains(Topics.QUALIFICATION) && file.endsWith(".log"))
                .anyMatch(file -> file.startsWith("logs/") && file.contains("review-service"));
        assertThat(found).isEmpty();
    }

    @Test
    void no_table_contains_a_planted_value() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Dump dump : List.of(before, after)) {
            dump.rows()
                    .forEach((service, rows) -> rows.forEach(row -> row.values().forEach((column, value) -> {
                        List<String> values =
                                value instanceof byte[] bytes ? planted.in(bytes) : planted.in(String.valueOf(value));
                        if (!values.isEmpty()) {
                            found.put(service + " " + row.table() + "." + column, values);
                        }
                    })));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothing_in_the_services_decrypts() {
        assertThat(keysAfter.fieldsOf(after)).isEmpty();
        assertThat(keysBefore.fieldsOf(after))
                .as("not even with the keys from before")
                .isEmpty();
        assertThat(keysBefore.objectsOf(after)).isEmpty();
    }

    @Test
    void nothing_in_a_backup_of_the_data_decrypts() {
        assertThat(keysAfter.fieldsOf(before.withoutKeys())).isEmpty();
        assertThat(keysAfter.objectsOf(before)).isEmpty();
    }

    /** The remaining window: see docs/security.md. */
    @Test
    void backup_of_the_keys_decrypts_only_with_the_master_key_of_its_time() {
        assertThat(planted.in(keys(before).fieldsOf(before))).isNotEmpty();

        Keyring replaced = Keyring.of(ACCOUNT.id(), before, service -> Keysets.of(service, otherKeys.resolve(service)));

        assertThat(replaced.fieldsOf(before)).isEmpty();
        assertThat(replaced.objectsOf(before)).isEmpty();
    }

    @Test
    void every_service_proves_what_it_erased() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (String service : Service.modules()) {
            JsonNode proof = proof(service).expect(200);
            assertThat(proof.path("keysDestroyedAt").asText()).as(service).isNotEmpty();
            proof.path("erased")
                    .fieldNames()
                    .forEachRemaining(kind -> kinds.computeIfAbsent(service, ignored -> new ArrayList<>())
                            .add(kind));
        }
        assertThat(kinds.get("qualification-service")).contains("identities", "qualifications", "revisions");
        assertThat(kinds.get("document-service")).contains("documents", "objects");
        assertThat(kinds.get("review-service")).contains("reviews", "decision-points");
        assertThat(kinds.get("notification-service")).contains("contacts", "phone-verifications");
    }

    @Test
    void account_is_gone_for_its_owner_and_parks_nothing() {
        Api applicant = Login.as(USER, addresses);
        assertThat(applicant
                        .get(URI.create(addresses.qualification() + "/v1/qualifications"))
                        .expect(200)
                        .path("items"))
                .isEmpty();
        assertThat(applicant
                        .get(URI.create(addresses.qualification() + "/v1/qualifications/" + inReview))
                        .status())
                .isEqualTo(404);
        assertThat(applicant
                        .get(URI.create(addresses.document() + "/v1/documents"))
                        .expect(200)
                        .path("items"))
                .isEmpty();
        assertThat(applicant
                        .post(
                                URI.create(addresses.notification() + "/v1/phone-verifications"),
                                Api.JSON
                                        .createObjectNode()
                                        .put(
                                                "phone",
                                                InventedPerson.drawn(random).phone()))
                        .expect(409)
                        .path("code")
                        .asText())
                .isEqualTo("ACCOUNT_ERASED");
        Api operator = Login.as("operator", addresses);
        for (String service : Service.modules()) {
            assertThat(operator.get(URI.create(suite.url(service) + "/v1/operations/parked-aggregates"))
                            .expect(200)
                            .path("items"))
                    .as(service)
                    .isEmpty();
        }
    }

    /** Takes one qualification to a supplement request, leaves another in claimed review, and a third as a draft. */
    private void plant() {
        Applicant applicant = new Applicant(addresses, USER, ACCOUNT);
        Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
        Supervisor supervisor = new Supervisor(addresses);
        planted.with("name", person.name())
                .with("id number", person.idNumber())
                .with("phone", person.phone())
                .with("remark", remark)
                .with("note", note)
                .with("file name", fileName);
        byte[] picture = Specimen.idPortrait(person.idNumber());
        applicant.upload("ID_PORTRAIT", fileName, picture);

        JsonNode first = applicant.draft(form(applicant, "被抹除一"));
        photos.with("photo", slice(first.findPath("portraitDocumentId").asText()));
        long supplement = submit(applicant, first);
        supervisor.awaitReview(supplement);
        reviewer.claim(supplement);
        reviewer.unmask(supplement, "/administrator/name", "/administrator/idNumber", "/administrator/phone");
        reviewer.requestSupplement(supplement, "/moreMaterial", note);
        Waiting.until(
                "the supplement request",
                () -> Optional.of(applicant.qualification(first.path("id").asLong()))
                        .filter(shown -> shown.path("status").asText().equals("SUPPLEMENT_REQUIRED")));

        JsonNode second = applicant.draft(form(applicant, "被抹除二"));
        inReview = second.path("id").asLong();
        long claimed = submit(applicant, second);
        supervisor.awaitReview(claimed);
        reviewer.claim(claimed);

        applicant.draft(form(applicant, "被抹除三"));
    }

    private ObjectNode form(Applicant applicant, String name) {
        InventedPerson phone = name.endsWith("一") ? person : InventedPerson.drawn(random);
        String verification = applicant.requestPhoneCode(phone.phone());
        String code = Waiting.until("the code", () -> new Operator(addresses).code(phone.phone()));
        applicant.enterPhoneCode(verification, code);
        return applicant
                .fillIn(name, "COMPANY", person.withPhoneOf(phone), verification)
                .put("remark", remark);
    }

    private static long submit(Applicant applicant, JsonNode draft) {
        return applicant
                .submit(draft.path("id").asLong(), draft.path("version").asLong(), UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
    }

    /** Returns a piece of the stored picture, which was encoded again after its upload. */
    private byte[] slice(String documentId) {
        byte[] stored = Login.as(USER, addresses)
                .get(URI.create(addresses.document() + "/v1/documents/" + documentId + "/content"))
                .bytes();
        assertThat(stored.length).isGreaterThan(2 * SLICE);
        return Arrays.copyOfRange(stored, stored.length / 2, stored.length / 2 + SLICE);
    }

    private void publishTombstone() throws ExecutionException, InterruptedException {
        Map<String, Object> client = Map.copyOf(suite.infrastructure().kafkaClient(KafkaUsers.TOOLS));
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ACCOUNT, ACCOUNT.id(), null))
                    .get();
        }
    }

    private void awaitErased(String service) {
        Waiting.until(
                "the erasure by " + service,
                () -> Optional.of(proof(service))
                        .filter(answer ->
                                answer.status() == 200 && answer.body().hasNonNull("finishedAt")));
    }

    private Api.Answer proof(String service) {
        return Login.as("auditor", addresses)
                .get(URI.create(suite.url(service) + "/v1/operations/erasures/" + ACCOUNT.id()));
    }

    private Keyring keys(Dump keys) {
        return Keyring.of(ACCOUNT.id(), keys, service -> suite.infrastructure().encryptionDirectory(service));
    }
}
