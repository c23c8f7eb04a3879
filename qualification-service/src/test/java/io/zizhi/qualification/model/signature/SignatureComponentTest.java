package io.zizhi.qualification.model.signature;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SignatureBound;
import io.zizhi.contracts.SignatureMoved;
import io.zizhi.contracts.SignatureReleased;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class SignatureComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/internal/v1/signatures";

    @Inject
    CircuitBreakerMaintenance breakers;

    private final String name = "签" + (System.nanoTime() % 1_000_000_000L);
    private Filer agency;
    private Letters letters;

    @BeforeEach
    void start() {
        agency = Filer.ofAgency();
        letters = new Letters(agency);
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void binds_publishes_and_lists_signature_once() {
        Third third = approvedThird();
        evaluate("agency", name, third.qualification(), null)
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("rules.code", hasItem("LETTER_SIGNATURE_SCOPE"));

        long id = bind("agency", name, third.qualification(), null)
                .then()
                .statusCode(200)
                .body("letterId", equalTo((int) third.letter()))
                .extract()
                .jsonPath()
                .getLong("id");

        bind("agency", name, third.qualification(), third.letter())
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id));
        SignatureBound event = (SignatureBound) EventBus.await(EventType.SIGNATURE_BOUND, Long.toString(id));
        assertThat(event.qualificationId()).isEqualTo(third.qualification());
        assertThat(EventBus.all(EventType.SIGNATURE_BOUND, Long.toString(id))).hasSize(1);
        list(third.qualification())
                .then()
                .statusCode(200)
                .body("items.name", contains(name))
                .body("items[0].movedAt", nullValue());
        agency.request()
                .get("/v1/qualifications/" + third.qualification() + "/timeline")
                .then()
                .body("items.act", hasItem("SIGNATURE_BOUND"))
                .body("items.find{it.act=='SIGNATURE_BOUND'}.role", equalTo("signature-system"));
        letters.timeline(third.letter()).then().body("items.act", hasItem("SIGNATURE_BOUND"));
    }

    @Test
    void rejects_signature_similar_to_bound_one() {
        String lookalike = name.replaceFirst("\\d", "O");
        String original = name.replaceFirst("\\d", "0");
        Map<String, Object> letter = Letters.good();
        letter.put("signatureNames", List.of(original));
        long letterId = letters.drafted(letter);
        Map<String, Object> form = letters.thirdParty(letterId);
        long id = agency.draft(form);
        approve(id, letterId);
        bind("agency", original, id, null).then().statusCode(200);

        bind("agency", lookalike, id, null).then().statusCode(409).body("code", equalTo("SIGNATURE_BOUND"));
    }

    @Test
    void bound_signature_prevents_deletion_of_qualification_and_letter() {
        Third third = approvedThird();
        long id = bound(third);

        delete(third.qualification()).then().statusCode(409).body("code", equalTo("BOUND_SIGNATURES"));
        letters.delete(third.letter()).then().statusCode(409).body("code", equalTo("BOUND_SIGNATURES"));

        release(id).then().statusCode(204);
        release(id).then().statusCode(204);
        SignatureReleased event = (SignatureReleased) EventBus.await(EventType.SIGNATURE_RELEASED, Long.toString(id));
        assertThat(event.name()).isEqualTo(name);
        assertThat(EventBus.all(EventType.SIGNATURE_RELEASED, Long.toString(id)))
                .hasSize(1);
        list(third.qualification()).then().body("items", hasSize(0));
        delete(third.qualification()).then().statusCode(204);
        letters.delete(third.letter()).then().statusCode(204);
    }

    @Test
    void rejects_binding_to_unapproved_qualification() {
        Map<String, Object> form = Filer.ofCompanyA().goodForm();
        long id = Filer.ofCompanyA().draft(form);

        evaluate("company-a", name, id, null)
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body(
                        "rules.find{it.code=='QUALIFICATION_NOT_IN_FORCE'}.adviceZh",
                        equalTo("资质尚未审核通过，不能用于签名，请在审核通过后使用。"));
        bind("company-a", name, id, null)
                .then()
                .statusCode(422)
                .body("code", equalTo("SIGNATURE_NOT_ALLOWED"))
                .body("errors.code", contains("QUALIFICATION_NOT_IN_FORCE"));
    }

    @Test
    void binds_to_revision_in_force_while_amendment_is_reviewed() {
        Filer company = Filer.ofCompanyA();
        Filer.Submitted submitted = company.submitted();
        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()));
        await().atMost(PATIENCE).until(() -> company.status(submitted.id()).equals("APPROVED"));
        company.edit(submitted.id(), Forms.verifiedAgain(submitted.form()))
                .then()
                .statusCode(200);
        company.submit(submitted.id()).then().statusCode(200);

        bind("company-a", name, submitted.id(), null).then().statusCode(200).body("letterId", nullValue());
    }

    @Test
    void rejects_signature_outside_scope_or_of_other_account() {
        Third third = approvedThird();

        bind("agency", "别的签名", third.qualification(), null)
                .then()
                .statusCode(422)
                .body("errors.code", contains("LETTER_SIGNATURE_SCOPE"));
        bind("company-b", name, third.qualification(), null)
                .then()
                .statusCode(404)
                .body("code", equalTo("QUALIFICATION_NOT_FOUND"));
        bind("agency", name, third.qualification(), 1L)
                .then()
                .statusCode(422)
                .body("errors.code", contains("LETTER_NOT_FOUND"));
    }

    @Test
    void moves_bound_signature_instead_of_binding_it_twice() {
        Third first = approvedThird();
        Third second = approvedThird();
        long id = bound(first);

        bind("agency", name, second.qualification(), null)
                .then()
                .statusCode(409)
                .body("code", equalTo("SIGNATURE_BOUND"));
        evaluate("agency", name, second.qualification(), null)
                .then()
                .body("rules.find{it.code=='SIGNATURE_BOUND_ELSEWHERE'}.status", equalTo("FAILED"));
        move(id, second.qualification(), null)
                .then()
                .statusCode(200)
                .body("qualificationId", equalTo((int) second.qualification()))
                .body("letterId", equalTo((int) second.letter()));
        move(id, second.qualification(), second.letter()).then().statusCode(200);

        SignatureMoved event = (SignatureMoved) EventBus.await(EventType.SIGNATURE_MOVED, Long.toString(id));
        assertThat(event.fromQualificationId()).isEqualTo(first.qualification());
        assertThat(event.fromLetterId()).isEqualTo(first.letter());
        assertThat(EventBus.all(EventType.SIGNATURE_MOVED, Long.toString(id))).hasSize(1);
        assertThat(audited(id, "signature.moved")).isOne();
        letters.timeline(first.letter()).then().body("items.act", hasItem("SIGNATURE_MOVED"));
        letters.timeline(second.letter()).then().body("items.act", hasItem("SIGNATURE_MOVED"));
        delete(first.qualification()).then().statusCode(204);
        letters.delete(first.letter()).then().statusCode(204);
        delete(second.qualification()).then().statusCode(409);
    }

    @Test
    void move_does_not_hold_the_signature_while_it_waits_for_the_qualification() {
        Third first = approvedThird();
        Third second = approvedThird();
        long id = bound(first);

        CompletableFuture<Response> moving = Reactive.inTransaction(() -> number(
                        "select id from qualification where id = " + second.qualification() + " for update")
                .map(locked -> CompletableFuture.supplyAsync(() -> move(id, second.qualification(), null)))
                .call(() -> someoneWaitsForRow())
                .call(() -> number("select id from signature where id = " + id + " for update nowait")));

        moving.join().then().statusCode(200);
    }

    private static Uni<Long> someoneWaitsForRow() {
        return Multi.createBy()
                .repeating()
                .uni(() -> number(
                        "select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')"))
                .whilst(waiting -> waiting == 0)
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private static Uni<Long> number(String query) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class).getSingleResult());
    }

    @Test
    void repeats_same_answer_after_amendment_with_other_letter() {
        Third third = approvedThird();
        long id = bound(third);
        Map<String, Object> amended = Forms.verifiedAgain(third.form());
        long other = draftedLetter();
        amended.put("letterId", other);
        agency.edit(third.qualification(), amended).then().statusCode(200);
        approve(third.qualification(), other);

        bind("agency", name, third.qualification(), null)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id))
                .body("letterId", equalTo((int) third.letter()));
        evaluate("agency", name, third.qualification(), null)
                .then()
                .body("rules.find{it.code=='SIGNATURE_BOUND_ELSEWHERE'}.status", equalTo("PASSED"));
        bind("agency", name, third.qualification(), other)
                .then()
                .statusCode(409)
                .body("code", equalTo("SIGNATURE_BOUND"));
    }

    @Test
    void records_signature_acts_under_revision_in_force() {
        Third third = approvedThird();
        agency.edit(third.qualification(), Forms.verifiedAgain(third.form()))
                .then()
                .statusCode(200);
        bound(third);

        agency.request()
                .get("/v1/qualifications/" + third.qualification() + "/timeline")
                .then()
                .body("items.find{it.act=='SIGNATURE_BOUND'}.workOrder", equalTo((int) third.workOrder()));
    }

    @Test
    void released_signature_is_bound_again_not_moved() {
        Third third = approvedThird();
        long id = bound(third);
        release(id).then().statusCode(204);

        move(id, third.qualification(), null).then().statusCode(409).body("code", equalTo("SIGNATURE_RELEASED"));
        assertThat(bound(third)).isNotEqualTo(id);
        release(1).then().statusCode(404).body("code", equalTo("SIGNATURE_NOT_FOUND"));
    }

    @Test
    void concurrent_bindings_bind_signature_once() {
        Third third = approvedThird();

        List<CompletableFuture<Response>> calls = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> bind("agency", name, third.qualification(), null)))
                .limit(6)
                .toList();
        Set<Long> ids = calls.stream()
                .map(CompletableFuture::join)
                .map(answer ->
                        answer.then().statusCode(200).extract().jsonPath().getLong("id"))
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
        List<Event> published =
                EventBus.await(EventType.SIGNATURE_BOUND, ids.iterator().next().toString(), 1);
        assertThat(published).hasSize(1);
    }

    @Test
    void concurrent_binding_and_deletion_leave_no_orphan() {
        Third third = approvedThird();
        long version = agency.version(third.qualification());

        CompletableFuture<Response> binding =
                CompletableFuture.supplyAsync(() -> bind("agency", name, third.qualification(), null));
        CompletableFuture<Response> deleting = CompletableFuture.supplyAsync(() ->
                agency.request().header("If-Match", version).delete("/v1/qualifications/" + third.qualification()));
        int bound = binding.join().statusCode();
        int deleted = deleting.join().statusCode();

        assertThat(List.of(bound, deleted)).isIn(List.of(200, 409), List.of(404, 204));
    }

    @Test
    void only_signature_systems_bind_and_only_owner_reads() {
        Third third = approvedThird();

        agency.request()
                .body(question("agency", name, third.qualification(), null))
                .post(PATH)
                .then()
                .statusCode(403);
        Filer.asService("review-service")
                .body(question("agency", name, third.qualification(), null))
                .post(PATH)
                .then()
                .statusCode(403);
        Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .get("/internal/v1/submissions/" + third.workOrder())
                .then()
                .statusCode(403);
        Filer.ofCompanyB()
                .request()
                .get("/v1/qualifications/" + third.qualification() + "/signatures")
                .then()
                .statusCode(404);
    }

    /** An approved third-party qualification with its approved letter. */
    private record Third(long qualification, long letter, long workOrder, Map<String, Object> form) {}

    private Third approvedThird() {
        long letterId = draftedLetter();
        Map<String, Object> form = letters.thirdParty(letterId);
        long id = agency.draft(form);
        return new Third(id, letterId, approve(id, letterId), form);
    }

    private long draftedLetter() {
        Map<String, Object> letter = Letters.good();
        letter.put("signatureNames", List.of("星河示例", name));
        return letters.drafted(letter);
    }

    /** Approves both under the returned work order. */
    private long approve(long id, long letterId) {
        long workOrder =
                agency.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
        EventBus.publish(
                new ReviewDecided(
                        workOrder,
                        id,
                        1,
                        ReviewOutcome.APPROVED,
                        List.of(),
                        List.of(),
                        "reviewer-a",
                        Instant.parse("2026-11-24T03:00:00Z"),
                        ReviewSubject.QUALIFICATION,
                        ReviewOutcome.APPROVED,
                        letterId),
                1);
        await().atMost(PATIENCE).until(() -> letters.status(letterId).equals("APPROVED"));
        return workOrder;
    }

    private long bound(Third third) {
        return bind("agency", name, third.qualification(), null)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Response evaluate(String account, String name, long qualification, @Nullable Long letter) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(question(account, name, qualification, letter))
                .post(PATH + "/evaluation");
    }

    private static Response bind(String account, String name, long qualification, @Nullable Long letter) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(question(account, name, qualification, letter))
                .post(PATH);
    }

    private static Response move(long id, long qualification, @Nullable Long letter) {
        Map<String, Object> where = new HashMap<>(Map.of("qualificationId", qualification));
        if (letter != null) {
            where.put("letterId", letter);
        }
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM).body(where).post(PATH + "/" + id + "/move");
    }

    private static Response release(long id) {
        return Filer.asService(IdentityClient.SIGNATURE_SYSTEM).delete(PATH + "/" + id);
    }

    private static long audited(long id, String action) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from audit_entry where object_type = 'signature' and object_id = :id"
                                        + " and action = :action",
                                Long.class)
                        .setParameter("id", Long.toString(id))
                        .setParameter("action", action)
                        .getSingleResult()));
    }

    private Response list(long qualification) {
        return agency.request().get("/v1/qualifications/" + qualification + "/signatures");
    }

    private Response delete(long qualification) {
        return agency.request()
                .header("If-Match", agency.version(qualification))
                .delete("/v1/qualifications/" + qualification);
    }

    private static Map<String, Object> question(
            String account, String name, long qualification, @Nullable Long letter) {
        Map<String, Object> question =
                new HashMap<>(Map.of("accountId", account, "name", name, "qualificationId", qualification));
        if (letter != null) {
            question.put("letterId", letter);
        }
        return question;
    }
}
