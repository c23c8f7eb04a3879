package io.zizhi.notification.staff.subscription;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Staff.newName;
import static io.zizhi.notification.Staff.subscribe;
import static io.zizhi.notification.Staff.subscribed;
import static io.zizhi.notification.Staff.toText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class StaffSubscriptionComponentTest {

    private static final String ROOT = "/v1/staff-subscriptions";

    private final String name = newName();
    private final String phone = newPhone();

    @Test
    void creates_shows_changes_and_deletes_a_subscription() {
        long id = subscribed(toText(name, phone, "BREACHED", "WARNED", "BREACHED"));
        get(id).statusCode(200)
                .header("ETag", "\"1\"")
                .body("kinds", contains("WARNED", "BREACHED"))
                .body("policies", contains(name))
                .body("windowMinutes", equalTo(5))
                .body("language", equalTo("EN"))
                .body("phone", matchesPattern("138\\*{4}\\d{4}"));

        String otherPhone = newPhone();
        Map<String, Object> change = toText(name, otherPhone, "ESCALATED");
        change.put("windowMinutes", 60);
        change.remove("language");
        change(id, 1, change)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("windowMinutes", equalTo(60))
                .body("language", equalTo("ZH_CN"))
                .body("phone", equalTo("138****" + otherPhone.substring(7)));
        change.remove("phone");
        change(id, 2, change).statusCode(200).body("phone", equalTo("138****" + otherPhone.substring(7)));

        as("operator")
                .queryParam("cursor", id - 1)
                .get(ROOT)
                .then()
                .statusCode(200)
                .body("items.id", hasItem((int) id));
        delete(id, 2).statusCode(412).body("code", equalTo("STALE_VERSION"));
        delete(id, 3).statusCode(204);
        get(id).statusCode(404).body("code", equalTo("SUBSCRIPTION_NOT_FOUND"));
        delete(id, 3).statusCode(404);
        subscribed(toText(name, phone, "WARNED"));
        assertThat(Rows.texts(
                        "select action from audit_entry where object_type = 'staff-subscription' and object_id = '" + id
                                + "' order by 1"))
                .containsExactly(
                        "staff-subscription.changed",
                        "staff-subscription.changed",
                        "staff-subscription.created",
                        "staff-subscription.deleted");
    }

    @Test
    void encrypts_the_number_and_purges_it_on_deletion() {
        long id = subscribed(toText(name, phone, "WARNED"));
        String holding = "select count(*) from staff_subscription where subscription_id = " + id
                + " and phone is not null and position(convert_to('" + phone + "', 'UTF8') in phone) = 0";
        assertThat(Rows.count(holding)).isOne();
        delete(id, 1).statusCode(204);
        assertThat(Rows.count(holding)).isZero();
    }

    @Test
    void rejects_a_duplicate_name() {
        subscribed(toText(name, phone, "WARNED"));
        subscribe(toText(name, phone, "WARNED"))
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"))
                .body("errors.pointer", contains("/name"));
        long other = subscribed(toText(newName(), phone, "WARNED"));
        change(other, 1, toText(name, phone, "WARNED")).statusCode(409).body("code", equalTo("NAME_TAKEN"));
    }

    @Test
    void errors_name_the_invalid_field() {
        refused("kinds", List.of(), "/kinds", "FIELD_REQUIRED");
        refused("kinds", Arrays.asList("WARNED", null), "/kinds/1", "FIELD_REQUIRED");
        refused("kinds", List.of("LATE"), "/kinds/0", "FIELD_TYPE_WRONG");
        refused("policies", List.of("standard"), "/policies/0", "POLICY_INVALID");
        refused("subjects", List.of("PERSON"), "/subjects/0", "FIELD_TYPE_WRONG");
        refused("channel", null, "/channel", "FIELD_REQUIRED");
        refused("phone", null, "/phone", "FIELD_REQUIRED");
        refused("phone", "138****0000", "/phone", "PHONE_INVALID");
        refused("windowMinutes", 0, "/windowMinutes", "WINDOW_INVALID");
        refused("windowMinutes", 61, "/windowMinutes", "WINDOW_INVALID");
        refused("name", " ", "/name", "FIELD_REQUIRED");
        refused("name", "x".repeat(61), "/name", "FIELD_TOO_LONG");
        refused("name", "a\tb", "/name", "TEXT_INVALID");
        change(subscribed(toText(name, phone, "WARNED")), 2, toText(name, phone, "WARNED"))
                .statusCode(412);
        as("supervisor")
                .body(toText(name, phone, "WARNED"))
                .put(ROOT + "/1")
                .then()
                .statusCode(428);
    }

    @Test
    void refuses_other_roles() {
        for (String user : List.of("applicant-a", "reviewer-a", "auditor")) {
            as(user).get(ROOT).then().statusCode(403);
            as(user).get("/v1/staff-notices").then().statusCode(403);
            as(user).body(toText(name, phone, "WARNED")).post(ROOT).then().statusCode(403);
        }
    }

    private void refused(String field, @Nullable Object value, String pointer, String code) {
        Map<String, Object> subscription = toText(newName(), phone, "WARNED");
        if (value == null) {
            subscription.remove(field);
        } else {
            subscription.put(field, value);
        }
        subscribe(subscription)
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    private static ValidatableResponse get(long id) {
        return as("operator").get(ROOT + "/{id}", id).then();
    }

    private static ValidatableResponse change(long id, long version, Map<String, Object> change) {
        return as("supervisor")
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .put(ROOT + "/{id}", id)
                .then();
    }

    private static ValidatableResponse delete(long id, long version) {
        return as("operator")
                .header("If-Match", "\"" + version + "\"")
                .delete(ROOT + "/{id}", id)
                .then();
    }
}
