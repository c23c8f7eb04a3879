package io.zizhi.qualification.outcome.expiry;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.QualificationExpired;
import io.zizhi.contracts.QualificationExpiring;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.SqlStatements;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.testing.Background;
import io.zizhi.qualification.testing.Copies;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes timers due by moving them in the database; the timer sweep does the rest. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class ExpiryComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS_LEFT = 20;
    private static final int MANY = 100;

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer filer;
    private LocalDate lastDay;
    private Map<String, Object> form;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
        breakers.resetAll();
        lastDay = LocalDate.now(Period.ZONE).plusDays(DAYS_LEFT);
        form = filer.goodForm();
        Forms.part(Forms.part(form, "company"), "certificate").put("validTo", lastDay.toString());
        Forms.part(form, "legalRepresentative").put("validTo", lastDay.toString());
        Forms.part(form, "administrator").put("validTo", "2099-12-31");
    }

    @Test
    void publishes_same_day_evidence_together_before_and_after_expiry() {
        long id = approved(form);
        assertThat(armed(id)).containsExactlyInAnyOrder("DAYS_7 " + lastDay, "DAYS_1 " + lastDay, "EXPIRED " + lastDay);

        due(id, "DAYS_7");
        QualificationExpiring expiring = (QualificationExpiring) only(EventType.QUALIFICATION_EXPIRING, id);
        assertThat(expiring.evidence()).containsExactly(Evidence.CERTIFICATE, Evidence.LEGAL_REPRESENTATIVE);
        // A day less if midnight has passed.
        assertThat(expiring.daysLeft())
                .isBetween((int) LocalDate.now(Period.ZONE).until(lastDay, ChronoUnit.DAYS), DAYS_LEFT);
        assertThat(expiring.endsOn()).isEqualTo(lastDay);
        assertThat(expiring.contactId())
                .isEqualTo(Forms.text(Forms.part(form, "administrator"), "phoneVerificationId"));
        due(id, "EXPIRED");
        QualificationExpired expired = (QualificationExpired) only(EventType.QUALIFICATION_EXPIRED, id);
        assertThat(expired.evidence()).containsExactly(Evidence.CERTIFICATE, Evidence.LEGAL_REPRESENTATIVE);
        assertThat(expired.expiredAt()).isEqualTo(dayAfter(lastDay));
        filer.request()
                .get("/v1/qualifications/" + id + "/timeline")
                .then()
                .body("items.act", hasItems("EXPIRING", "EXPIRED"))
                .body("items.find{it.act=='EXPIRING'}.role", equalTo("service"))
                .body(
                        "items.find{it.act=='EXPIRING'}.details.evidence",
                        contains("CERTIFICATE", "LEGAL_REPRESENTATIVE"));
    }

    @Test
    void arms_all_reminders_when_pod_clock_is_ahead() {
        long id = filer.draft(form);
        long workOrder = submit(id);
        clockAt(dayAfter(lastDay).minus(Duration.ofDays(3)));
        decide(workOrder, id);

        assertThat(armed(id)).containsExactlyInAnyOrder("DAYS_7 " + lastDay, "DAYS_1 " + lastDay, "EXPIRED " + lastDay);
    }

    @Test
    void expires_next_day_and_stays_approved() {
        long id = approved(form);
        filer.get(id)
                .then()
                .body("evidenceValidity.expired", equalTo(false))
                .body("evidenceValidity.evidence.kind", contains("CERTIFICATE", "LEGAL_REPRESENTATIVE"))
                .body("evidenceValidity.evidence.endsOn", contains(lastDay.toString(), lastDay.toString()));

        clockAt(dayAfter(lastDay).minusMillis(1));
        filer.get(id).then().body("evidenceValidity.expired", equalTo(false));
        clockAt(dayAfter(lastDay));
        filer.get(id)
                .then()
                .body("evidenceValidity.expired", equalTo(true))
                .body("evidenceValidity.evidence.expired", contains(true, true))
                .body("status", equalTo("APPROVED"));
    }

    @Test
    void approved_renewal_ends_expiry() {
        long id = approved(form);
        clockAt(dayAfter(lastDay));
        filer.get(id).then().body("evidenceValidity.expired", equalTo(true));
        Map<String, Object> renewed = renewed();
        filer.edit(id, renewed).then().statusCode(200).body("evidenceValidity.expired", equalTo(true));
        approve(id);

        filer.get(id)
                .then()
                .body("evidenceValidity.expired", equalTo(false))
                .body("evidenceValidity.evidence", hasSize(0));
        assertThat(armed(id)).isEmpty();
        assertThat(EventBus.all(EventType.QUALIFICATION_EXPIRED, Long.toString(id)))
                .isEmpty();
    }

    @Test
    void rearms_after_amendment_without_repeating_reminders() {
        long id = approved(form);
        due(id, "DAYS_7");
        only(EventType.QUALIFICATION_EXPIRING, id);

        Map<String, Object> amended = Forms.verifiedAgain(form);
        amended.put("remark", "更正备注");
        filer.edit(id, amended).then().statusCode(200);
        approve(id);
        assertThat(armed(id)).hasSize(3);
        due(id, "DAYS_7");
        due(id, "DAYS_1");

        assertThat(EventBus.await(EventType.QUALIFICATION_EXPIRING, Long.toString(id), 2))
                .hasSize(2);
        await().atMost(PATIENCE).until(() -> armed(id).size() == 1);
        assertThat(EventBus.all(EventType.QUALIFICATION_EXPIRING, Long.toString(id)))
                .hasSize(2);
    }

    @Test
    void publishes_only_last_stage_after_outage() {
        long id = approved(form);
        due(id, "");

        only(EventType.QUALIFICATION_EXPIRED, id);
        assertThat(armed(id)).isEmpty();
        assertThat(EventBus.all(EventType.QUALIFICATION_EXPIRING, Long.toString(id)))
                .isEmpty();
    }

    @Test
    void statement_count_is_independent_of_qualification_count() {
        long id = approved(form);
        try (SqlStatements statements = SqlStatements.collect()) {
            List<Long> many = Copies.ofQualification(id, MANY, "DAYS_7 " + lastDay);
            await().atMost(PATIENCE).until(() -> count("timer where state = 'ARMED' and owner_id", many) == 0);

            assertThat(Background.without(statements.naming(
                            "qualification",
                            "revision",
                            "update timer",
                            "expiry_published",
                            "outbox_stream",
                            "timeline_entry")))
                    .as("one for copying plus five: lock, fire, read, record stage, publish with timeline")
                    .hasSize(1 + 5);
            assertThat(count("timeline_entry where act = 'EXPIRING' and qualification_id", many))
                    .isEqualTo(MANY);
            assertThat(count("expiry_published where qualification_id", many)).isEqualTo(MANY);
            QualificationExpiring last = (QualificationExpiring) only(EventType.QUALIFICATION_EXPIRING, many.getLast());
            assertThat(last.qualificationId()).isEqualTo(many.getLast());
            assertThat(last.evidence()).containsExactly(Evidence.CERTIFICATE, Evidence.LEGAL_REPRESENTATIVE);
        }
    }

    @Test
    void deletion_cancels_reminders() {
        long id = approved(form);
        filer.request()
                .header("If-Match", filer.version(id))
                .delete("/v1/qualifications/" + id)
                .then()
                .statusCode(204);

        assertThat(armed(id)).isEmpty();
    }

    @Test
    void long_term_never_expires_and_drafts_have_no_validity() {
        long longTerm = approved(renewed());
        assertThat(armed(longTerm)).isEmpty();
        filer.get(longTerm).then().body("evidenceValidity.evidence", hasSize(0));

        long draft = filer.draft(filer.goodForm());
        filer.get(draft).then().body("validity", nullValue());
    }

    private Map<String, Object> renewed() {
        Map<String, Object> renewed = Forms.verifiedAgain(form);
        Forms.part(Forms.part(renewed, "company"), "certificate").put("validTo", "2099-12-31");
        Forms.part(renewed, "legalRepresentative").put("validTo", "2099-12-31");
        return renewed;
    }

    private long approved(Map<String, Object> approvedForm) {
        long id = filer.draft(approvedForm);
        approve(id);
        return id;
    }

    private void approve(long id) {
        decide(submit(id), id);
    }

    private long submit(long id) {
        return filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
    }

    private void decide(long workOrder, long id) {
        Desk.publish(Desk.approved(workOrder, id));
        await().atMost(PATIENCE).until(() -> filer.status(id).equals("APPROVED"));
    }

    private static Instant dayAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Period.ZONE).toInstant();
    }

    private static void clockAt(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }

    private static Object only(EventType type, long id) {
        List<?> events = EventBus.await(type, Long.toString(id), 1);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<String> armed(long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind from timer where owner_type = 'qualification-expiry' and state = 'ARMED'"
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
                                        + " where owner_type = 'qualification-expiry' and state = 'ARMED' and owner_id = "
                                        + id + " and kind like '" + stage + "%'")
                        .executeUpdate()));
    }
}
