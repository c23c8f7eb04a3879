package io.zizhi.qualification.filing.urging;

import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.contracts.QualificationUrged;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class UrgeComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void urges_once_and_publishes_event() {
        Submitted submitted = filer.submitted();
        submittedAgo(submitted, Duration.ofMinutes(20));

        urge(submitted).then().statusCode(200).body("$", hasKey("urgedAt")).body("status", equalTo("IN_REVIEW"));
        urge(submitted).then().statusCode(409).body("code", equalTo("ALREADY_URGED"));

        QualificationUrged published =
                (QualificationUrged) EventBus.await(EventType.QUALIFICATION_URGED, Long.toString(submitted.id()));
        assertThat(published.workOrder()).isEqualTo(submitted.workOrder());
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "URGED"))
                .body("items[2].role", equalTo("applicant"));
    }

    @Test
    void rejects_urging_within_twenty_minutes() {
        Submitted submitted = filer.submitted();
        submittedAgo(submitted, Duration.ofMinutes(19));

        urge(submitted).then().statusCode(409).body("code", equalTo("URGE_TOO_EARLY"));
        filer.get(submitted.id()).then().body("$", not(hasKey("urgedAt")));
    }

    @Test
    void ignores_pod_clock() {
        Submitted early = filer.submitted();
        podClock(Duration.ofHours(1));
        urge(early).then().statusCode(409).body("code", equalTo("URGE_TOO_EARLY"));

        submittedAgo(early, Duration.ofMinutes(20));
        podClock(Duration.ofHours(-1));
        urge(early).then().statusCode(200);
    }

    @Test
    void only_owner_can_urge_while_in_review() {
        Submitted submitted = filer.submitted();
        submittedAgo(submitted, Duration.ofHours(1));
        Filer.as("applicant-b")
                .post("/v1/qualifications/" + submitted.id() + "/urge")
                .then()
                .statusCode(404);
        Desk.publish(Desk.approved(submitted.workOrder(), submitted.id()));
        await().atMost(PATIENCE).until(() -> filer.status(submitted.id()).equals("APPROVED"));

        urge(submitted).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void shows_applicant_extension_with_reason_but_not_by_whom() {
        Submitted submitted = filer.submitted();
        Desk.open(submitted);
        Instant later = Instant.parse("2026-11-25T03:00:00Z");
        Desk.publish(
                new SlaExtended(
                        submitted.workOrder(),
                        submitted.id(),
                        ExtensionReason.HIGH_VOLUME,
                        later.minusSeconds(3600),
                        later,
                        later.plusSeconds(7200),
                        false,
                        "supervisor",
                        Instant.parse("2026-11-24T03:00:00Z"),
                        ReviewSubject.QUALIFICATION,
                        null),
                2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> filer.get(submitted.id())
                        .then()
                        .body("dueAt", equalTo(later.toString()))
                        .body("dueProvisional", equalTo(false))
                        .body("clockPolicy", equalTo("STANDARD"))
                        .body("dueChanges.dueAt", contains(later.toString()))
                        .body("dueChanges.reason", contains("HIGH_VOLUME"))
                        .body("$", hasKey("urgeableAt")));
        filer.request()
                .get("/v1/qualifications/" + submitted.id() + "/timeline")
                .then()
                .body("items.act", contains("DRAFTED", "SUBMITTED", "REVIEW_OPENED", "DUE_TIME_EXTENDED"))
                .body("items[3].details.dueAt", equalTo(later.toString()))
                .body("items[3].details.reason", equalTo("HIGH_VOLUME"))
                .body("items[3].role", equalTo("supervisor"))
                .body("items[3].actor", nullValue());
    }

    private Response urge(Submitted submitted) {
        return filer.request().post("/v1/qualifications/" + submitted.id() + "/urge");
    }

    /** Moves the time of submission into the past, which the service itself never does. */
    private static void submittedAgo(Submitted submitted, Duration time) {
        Reactive.inTransaction(() -> sql("alter table revision disable trigger revision_frozen")
                .chain(() -> sql("update revision set submitted_at = clock_timestamp() - interval '" + time
                        + "' where work_order = " + submitted.workOrder()))
                .chain(() -> sql("alter table revision enable trigger revision_frozen")));
    }

    private static Uni<Integer> sql(String statement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate());
    }

    /** Moves the pod's clock ahead until the test ends. */
    private static void podClock(Duration ahead) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), ahead), Clock.class);
    }
}
