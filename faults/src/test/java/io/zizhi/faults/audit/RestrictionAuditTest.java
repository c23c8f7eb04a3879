package io.zizhi.faults.audit;

import static io.zizhi.faults.evidence.Evidence.NOTIFICATION;
import static io.zizhi.faults.evidence.Evidence.QUALIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.driver.history.Moment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests a suspension of qualification 1 by two supervisors. Each test corrupts one record of it. */
class RestrictionAuditTest {

    private static final String SUSPENDED = "zizhi.qualification.suspended.v1";
    private static final String KEY = "1/101/QUALIFICATION_SUSPENDED/2026-11-25T01:00:09Z";

    private final World world = new World();

    @BeforeEach
    void suspend() {
        Map<String, String> asked = Map.of("qualification", "1", "act", "SUSPEND", "reason", "COMPLAINTS");
        world.did("supervisor", "requestRestriction", Moment.OK, asked, Map.of("request", "70"));
        world.did("supervisor-b", "confirmRestriction", Moment.OK, Map.of("request", "70"), Map.of());
        world.put(
                QUALIFICATION,
                "restriction_request",
                "id",
                70,
                "qualification_id",
                1,
                "act",
                "SUSPEND",
                "reason",
                "COMPLAINTS",
                "requested_by",
                "supervisor",
                "state",
                "CARRIED_OUT",
                "closed_by",
                "supervisor-b");
        world.act(1, "SUSPENDED");
        qualification().put("restriction", "SUSPENDED");
        event("e-s1");
        world.put(
                QUALIFICATION,
                "audit_entry",
                "actor",
                "supervisor-b",
                "action",
                "restriction.confirmed",
                "object_id",
                "70");
        world.put(NOTIFICATION, "notice", "notice_key", KEY, "message_id", "m-s1");
        world.put(NOTIFICATION, "sms_message", "message_id", "m-s1", "template", "QUALIFICATION_SUSPENDED");
    }

    @Test
    void accepts_confirmed_suspension() {
        assertThat(new RestrictionsAreActs().check(world.evidence())).isEmpty();
    }

    @Test
    void finds_suspension_by_one_supervisor() {
        request().put("closed_by", "supervisor");
        violates("Request 70 was confirmed by the supervisor who made it");
    }

    @Test
    void finds_suspension_without_confirmation() {
        world.operations.removeIf(operation -> operation.name().equals("confirmRestriction"));
        violates("Request 70 was carried out although its confirmation was rejected or does not exist");
    }

    @Test
    void finds_lost_confirmation() {
        request().put("state", "REQUESTED");
        violates("The answer to confirmRestriction does not agree with the data");
        violates("The restrictions of qualification 1 and their events differ");
    }

    @Test
    void finds_restriction_that_events_do_not_lead_to() {
        qualification().put("restriction", "NONE");
        violates("Qualification 1 is NONE, but its events lead to SUSPENDED");
    }

    @Test
    void finds_second_event_of_one_act() {
        event("e-s2");
        violates("The restrictions of qualification 1 and their events differ");
        violates("Illegal while SUSPENDED: " + SUSPENDED);
    }

    @Test
    void finds_signature_bound_under_restriction() {
        world.act(1, "SIGNATURE_BOUND");
        violates("A signature was bound to qualification 1 while restricted");
    }

    @Test
    void finds_missing_traces() {
        world.remove(QUALIFICATION, "timeline_entry", "act", "SUSPENDED");
        world.remove(QUALIFICATION, "audit_entry", "action", "restriction.confirmed");
        world.remove(NOTIFICATION, "notice", "notice_key", KEY);
        violates("The timeline of qualification 1 does not show its restrictions");
        violates("Request 70 was audited 0 times");
        violates("Restrictions and their notices differ");
    }

    private void event(String id) {
        world.event(
                id,
                Topics.QUALIFICATION,
                "1",
                SUSPENDED,
                "{\"workOrder\":101,\"reason\":\"COMPLAINTS\",\"suspendedAt\":\"2026-11-25T01:00:09Z\"}");
    }

    private Map<String, @Nullable Object> request() {
        return world.row(QUALIFICATION, "restriction_request", "id", 70);
    }

    private Map<String, @Nullable Object> qualification() {
        return world.row(QUALIFICATION, "qualification", "id", 1);
    }

    private void violates(String what) {
        assertThat(new RestrictionsAreActs().check(world.evidence()))
                .anySatisfy(violation -> assertThat(violation.summary()).contains(what));
    }
}
