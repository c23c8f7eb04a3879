package io.zizhi.qualification.outcome.expiry;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.LetterContact;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.SqlStatements;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.outcome.decision.RenewalStart;
import io.zizhi.qualification.testing.Background;
import io.zizhi.qualification.testing.Copies;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes timers due by moving them in the database; the timer sweep does the rest. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class LetterExpiryComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS_LEFT = 20;
    private static final int MANY = 100;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    RenewalStart renewalStart;

    private final String signatureName = "签" + UUID.randomUUID().toString().substring(0, 8);

    private Filer agency;
    private Letters letters;
    private LocalDate lastDay;

    @BeforeEach
    void start() {
        agency = Filer.ofAgency();
        letters = new Letters(agency);
        Peers.reset();
        breakers.resetAll();
        lastDay = LocalDate.now(Period.ZONE).plusDays(DAYS_LEFT);
    }

    @Test
    void publishes_reminder_and_expiry_of_letter_with_qualification() {
        long letter = letters.drafted(ending());
        Map<String, Object> form = letters.thirdParty(letter);
        long qualification = agency.draft(form);
        approve(qualification);
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
        assertThat(armed("letter-expiry", letter))
                .containsExactlyInAnyOrder("DAYS_7 " + lastDay, "DAYS_1 " + lastDay, "EXPIRED " + lastDay);
        assertThat(armed("qualification-expiry", qualification))
                .as("no expiry is published twice")
                .noneMatch(kind -> kind.endsWith(lastDay.toString()));

        due(letter, "DAYS_7");
        AuthorizationLetterExpiring expiring =
                (AuthorizationLetterExpiring) EventBus.await(EventType.LETTER_EXPIRING, Long.toString(letter));
        // A day less if midnight has passed.
        assertThat(expiring.daysLeft())
                .isBetween((int) LocalDate.now(Period.ZONE).until(lastDay, ChronoUnit.DAYS), DAYS_LEFT);
        assertThat(expiring.endsOn()).isEqualTo(lastDay);
        assertThat(expiring.contact())
                .isEqualTo(new LetterContact(
                        qualification, Forms.text(Forms.part(form, "administrator"), "phoneVerificationId")));
        due(letter, "EXPIRED");
        AuthorizationLetterExpired expired =
                (AuthorizationLetterExpired) EventBus.await(EventType.LETTER_EXPIRED, Long.toString(letter));
        assertThat(expired.expiredAt())
                .isEqualTo(lastDay.plusDays(1).atStartOfDay(Period.ZONE).toInstant());
        letters.timeline(letter)
                .then()
                .body("items.act", hasItems("EXPIRING", "EXPIRED"))
                .body("items.find{it.act=='EXPIRING'}.details.daysLeft", equalTo(expiring.daysLeft()));
    }

    @Test
    void shows_qualification_as_expired_with_its_letter() {
        long letter = letters.drafted(ending());
        long qualification = agency.draft(letters.thirdParty(letter));
        approve(qualification);

        agency.get(qualification).then().body("evidenceValidity.expired", equalTo(false));
        clockAt(lastDay.plusDays(1).atStartOfDay(Period.ZONE).toInstant());
        agency.get(qualification)
                .then()
                .body("evidenceValidity.expired", equalTo(true))
                .body("evidenceValidity.evidence.find{it.kind=='AUTHORIZATION_LETTER'}.expired", equalTo(true));
    }

    @Test
    void approved_renewal_is_carried_over_to_qualification() {
        Map<String, Object> old = ending();
        old.put("signatureNames", List.of(signatureName));
        long letter = letters.drafted(old);
        Map<String, Object> form = letters.thirdParty(letter);
        long qualification = agency.draft(form);
        approve(qualification);
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
        Map<String, Object> paper = Letters.good();
        paper.put("signatureNames", List.of(signatureName));
        paper.put("validFrom", lastDay.plusDays(1).toString());
        paper.put("validTo", lastDay.plusYears(1).toString());
        long renewal = letters.post(letter, "renewal").jsonPath().getLong("id");
        letters.edit(renewal, paper).then().statusCode(200);
        assertUsed(letter, qualification, lastDay);

        approvedAlone(renewal);

        assertUsed(letter, qualification, lastDay.plusYears(1));
        agency.request()
                .get("/v1/qualifications/" + qualification + "/timeline")
                .then()
                .body("items.act", hasItems("LETTER_RENEWED"))
                .body("items.find{it.act=='LETTER_RENEWED'}.details.letterId", equalTo((int) renewal));
        assertThat(expiresOn(qualification)).isEqualTo(lastDay.plusYears(1).toString());
        letters.delete(renewal).then().statusCode(409).body("code", equalTo("LETTER_IN_USE"));
        clockAt(lastDay.plusDays(1).atStartOfDay(Period.ZONE).toInstant());
        assertUsed(renewal, qualification, lastDay.plusYears(1));
        agency.edit(qualification, Forms.verifiedAgain(form)).then().statusCode(200);
        agency.submit(qualification).then().statusCode(200);
    }

    @Test
    void renewal_after_a_gap_counts_from_its_first_day() {
        long letter = letters.drafted(ending());
        long qualification = agency.draft(letters.thirdParty(letter));
        approve(qualification);
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
        LocalDate start = lastDay.plusDays(10);
        Map<String, Object> paper = Letters.good();
        paper.put("validFrom", start.toString());
        paper.put("validTo", start.plusYears(1).toString());
        long renewal = letters.post(letter, "renewal").jsonPath().getLong("id");
        letters.edit(renewal, paper).then().statusCode(200);

        approvedAlone(renewal);

        assertThat(expiresOn(qualification)).isEqualTo(lastDay.toString());
        assertThat(armed("renewal-start", renewal)).containsExactly("START");
        Instant firstDay = start.atStartOfDay(Period.ZONE).toInstant();
        assertThat(Reactive.inTransaction(() -> renewalStart
                        .lock(List.of(renewal))
                        .call(() -> renewalStart.fired(
                                List.of(new FiredTimer(renewal, "START", 1, firstDay, null)), firstDay))))
                .containsExactly(renewal);
        assertThat(expiresOn(qualification)).isEqualTo(start.plusYears(1).toString());
    }

    @Test
    void draft_with_impossible_date_does_not_block_renewal() {
        long letter = approvedAlone(letters.drafted(ending()));
        Map<String, Object> form = letters.thirdParty(letter);
        Forms.part(form, "administrator").put("validTo", "0000-01-01");
        long draft = agency.draft(form);
        Map<String, Object> paper = Letters.good();
        paper.put("validTo", lastDay.plusYears(1).toString());
        long renewal = letters.post(letter, "renewal").jsonPath().getLong("id");
        letters.edit(renewal, paper).then().statusCode(200);

        approvedAlone(renewal);

        assertThat(expiresOn(draft)).startsWith("20");
    }

    /** Asserts that a signature would be bound to {@code letter}, and that the evidence lasts until {@code end}. */
    private void assertUsed(long letter, long qualification, LocalDate end) {
        agency.get(qualification)
                .then()
                .body("evidenceValidity.expired", equalTo(false))
                .body(
                        "evidenceValidity.evidence.find{it.kind=='AUTHORIZATION_LETTER'}.endsOn",
                        equalTo(end.toString()));
        long signature = Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Map.of("accountId", "agency", "name", signatureName, "qualificationId", qualification))
                .post("/internal/v1/signatures")
                .then()
                .statusCode(200)
                .body("letterId", equalTo((int) letter))
                .extract()
                .jsonPath()
                .getLong("id");
        Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .delete("/internal/v1/signatures/" + signature)
                .then()
                .statusCode(204);
    }

    private static String expiresOn(long qualification) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(expires_on as text) from qualification where id = " + qualification,
                                String.class)
                        .getSingleResult()));
    }

    @Test
    void reminds_of_renewal_instead_of_renewed_letter() {
        long letter = approvedAlone(letters.drafted(ending()));
        long renewal = letters.post(letter, "renewal").jsonPath().getLong("id");
        letters.edit(renewal, Letters.good()).then().statusCode(200);
        approvedAlone(renewal);
        assertThat(armed("letter-expiry", renewal))
                .containsExactlyInAnyOrder(
                        "DAYS_90 " + Letters.LAST_DAY,
                        "DAYS_30 " + Letters.LAST_DAY,
                        "DAYS_7 " + Letters.LAST_DAY,
                        "DAYS_1 " + Letters.LAST_DAY,
                        "EXPIRED " + Letters.LAST_DAY);

        due(letter, "");
        due(renewal, "DAYS_90");

        EventBus.await(EventType.LETTER_EXPIRING, Long.toString(renewal));
        await().atMost(PATIENCE).until(() -> armed("letter-expiry", letter).isEmpty());
        assertThat(EventBus.all(EventType.LETTER_EXPIRED, Long.toString(letter)))
                .isEmpty();
        assertThat(EventBus.all(EventType.LETTER_EXPIRING, Long.toString(letter)))
                .isEmpty();
    }

    @Test
    void carrier_filings_use_renewal_and_end_with_it() {
        Map<String, Object> old = ending();
        old.put("signatureNames", List.of(signatureName));
        long letter = letters.drafted(old);
        long qualification = agency.draft(letters.thirdParty(letter));
        approve(qualification);
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
        Filer.asService(IdentityClient.SIGNATURE_SYSTEM)
                .body(Map.of("accountId", "agency", "name", signatureName, "qualificationId", qualification))
                .post("/internal/v1/signatures")
                .then()
                .statusCode(200)
                .body("letterId", equalTo((int) letter));
        Map<String, Object> paper = Letters.good();
        paper.put("signatureNames", List.of(signatureName));
        paper.put("validFrom", lastDay.plusDays(1).toString());
        paper.put("validTo", lastDay.plusYears(1).toString());
        long renewal = letters.post(letter, "renewal").jsonPath().getLong("id");
        letters.edit(renewal, paper).then().statusCode(200);
        approvedAlone(renewal);

        due(letter, "");
        await().atMost(PATIENCE).until(() -> armed("letter-expiry", letter).isEmpty());
        filings(qualification)
                .body("items", hasSize(3))
                .body("items.status", everyItem(equalTo("PENDING")))
                .body("items.letterId", everyItem(equalTo((int) letter)));
        long filing = filings(qualification).extract().jsonPath().getLong("items.find{it.carrier=='CHINA_MOBILE'}.id");
        String claim = claim(filing);
        readLetter(filing, claim).body("letter.validTo", equalTo(lastDay.toString()));
        clockAt(lastDay.plusDays(1).atStartOfDay(Period.ZONE).toInstant());
        readLetter(filing, claim)
                .body("letter.validTo", equalTo(lastDay.plusYears(1).toString()));

        due(renewal, "EXPIRED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> filings(qualification).body("items.cause", everyItem(equalTo("EXPIRED"))));
    }

    private ValidatableResponse filings(long qualification) {
        return agency.request()
                .get("/v1/qualifications/" + qualification + "/carrier-filings")
                .then()
                .statusCode(200);
    }

    /** Claims until the filing is among the claimed ones; other tests leave filings behind. */
    private static String claim(long filing) {
        while (true) {
            JsonPath answer = Filer.asService(IdentityClient.CARRIER_FILING_SYSTEM)
                    .body(Map.of("carrier", "CHINA_MOBILE", "limit", 100))
                    .post("/internal/v1/carrier-filings/claims")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Long> claimed = answer.getList("items.id", Long.class);
            if (claimed.contains(filing)) {
                return answer.getString("claimId");
            }
            assertThat(claimed)
                    .as("no filing is left to claim, but not " + filing)
                    .isNotEmpty();
        }
    }

    private static ValidatableResponse readLetter(long filing, String claim) {
        return Filer.asService(IdentityClient.CARRIER_FILING_SYSTEM)
                .body(Map.of("claimId", claim))
                .post("/internal/v1/carrier-filings/" + filing + "/data")
                .then()
                .statusCode(200);
    }

    @Test
    void statement_count_is_independent_of_letter_count() {
        long letter = letters.drafted(ending());
        long qualification = agency.draft(letters.thirdParty(letter));
        approve(qualification);
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
        try (SqlStatements statements = SqlStatements.collect()) {
            List<Long> many = Copies.ofLetter(letter, MANY, "DAYS_7 " + lastDay);
            await().atMost(PATIENCE).until(() -> count("timer where state = 'ARMED' and owner_id", many) == 0);

            assertThat(Background.without(statements.naming(
                            "authorization_letter",
                            "qualification",
                            "update timer",
                            "outbox_stream",
                            "letter_timeline_entry")))
                    .as("one for copying plus five: lock, fire, renewals, contacts, publish with timeline")
                    .hasSize(1 + 5);
            assertThat(count("letter_timeline_entry where act = 'EXPIRING' and letter_id", many))
                    .isEqualTo(MANY);
            AuthorizationLetterExpiring last = (AuthorizationLetterExpiring)
                    EventBus.await(EventType.LETTER_EXPIRING, Long.toString(many.getLast()));
            assertThat(Objects.requireNonNull(last.contact()).qualificationId()).isEqualTo(qualification);
        }
    }

    @Test
    void deletion_cancels_reminders() {
        long letter = approvedAlone(letters.drafted(ending()));
        letters.delete(letter).then().statusCode(204);

        assertThat(armed("letter-expiry", letter)).isEmpty();
    }

    private Map<String, Object> ending() {
        Map<String, Object> letter = Letters.good();
        letter.put("validTo", lastDay.toString());
        return letter;
    }

    private void approve(long qualification) {
        long workOrder = agency.submit(qualification)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        Desk.publish(Desk.approved(workOrder, qualification));
        await().atMost(PATIENCE).until(() -> agency.status(qualification).equals("APPROVED"));
    }

    private long approvedAlone(long letter) {
        decideAlone(submittedAlone(letter), letter);
        return letter;
    }

    private long submittedAlone(long letter) {
        return letters.submit(letter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
    }

    private void decideAlone(long workOrder, long letter) {
        Desk.publish(new ReviewDecided(
                workOrder,
                letter,
                1,
                ReviewOutcome.APPROVED,
                List.of(),
                List.of(),
                "reviewer-a",
                Instant.parse("2026-11-24T03:00:00Z"),
                ReviewSubject.LETTER,
                null,
                letter));
        await().atMost(PATIENCE).until(() -> letters.status(letter).equals("APPROVED"));
    }

    private static void clockAt(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }

    private static List<String> armed(String owner, long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind from timer where owner_type = '" + owner + "' and state = 'ARMED'"
                                        + " and owner_id = " + id,
                                String.class)
                        .getResultList()));
    }

    private static long count(String condition, List<Long> ids) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from " + condition + " = any(:ids)", Long.class)
                        .setParameter("ids", ids.toArray(Long[]::new))
                        .getSingleResult()));
    }

    private static void due(long id, String stage) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update timer set due_at = clock_timestamp() - interval '1 second'"
                                        + " where owner_type = 'letter-expiry' and state = 'ARMED' and owner_id = " + id
                                        + " and kind like '" + stage + "%'")
                        .executeUpdate()));
    }
}
