package io.zizhi.notification;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.platform.testkit.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** HTTP calls of supervisors, and events of the review desk. */
public final class Staff {

    private Staff() {}

    /** Returns a name, for example of a clock policy, that no other test of the run uses. */
    public static String newName() {
        return "T" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50));
    }

    /** Returns a work order number. The numbers after it are unused too, as many as a test needs. */
    public static long newWorkOrder() {
        return ThreadLocalRandom.current().nextLong(1, 1L << 42) * 1000;
    }

    /** Returns a subscription to reviews of the policy, in English. */
    public static Map<String, Object> toText(String policy, String phone, String... kinds) {
        return new HashMap<>(Map.of(
                "name",
                policy,
                "kinds",
                List.of(kinds),
                "policies",
                List.of(policy),
                "channel",
                "SMS",
                "phone",
                phone,
                "language",
                "EN"));
    }

    public static ValidatableResponse subscribe(Map<String, Object> subscription) {
        return as("supervisor")
                .body(subscription)
                .post("/v1/staff-subscriptions")
                .then();
    }

    /** Creates a subscription, which must succeed, and returns its id. */
    public static long subscribed(Map<String, Object> subscription) {
        Number id = subscribe(subscription).statusCode(201).extract().path("id");
        return id.longValue();
    }

    /** Publishes the first event of a review, which opens it with the policy. */
    public static void open(long workOrder, String policy) {
        Instant now = Instant.now();
        EventBus.publish(new ReviewOpened(workOrder, 1001, 1, policy, now, now, now, now, false), 1);
    }

    /** Waits until the event of that version was applied. */
    public static void awaitReceived(long workOrder, long version) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Rows.count("select count(*) from inbox_cursor where topic = 'zizhi.review.v1'"
                                        + " and aggregate_id = '" + workOrder + "' and last_version = " + version
                                        + " and parked_at is null"))
                                .isOne());
    }

    /** Returns the notices of a subscription, newest first. */
    public static List<Map<String, Object>> notices(long subscription) {
        return as("operator")
                .queryParam("limit", 100)
                .get("/v1/staff-notices")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subscriptionId == " + subscription + " }");
    }

    /** Ends the windows of the subscription's open groups. */
    public static void letWindowsEnd(long subscription) {
        Rows.change("update staff_notice set closes_at = clock_timestamp()"
                + " where status = 'COLLECTING' and closes_at > clock_timestamp() and subscription_id = "
                + subscription);
        Rows.change("update timer set due_at = clock_timestamp() where owner_type = 'staff-notice' and state = 'ARMED'"
                + " and owner_id in (select notice_id from staff_notice where subscription_id = " + subscription + ")");
    }

    /** Waits until the subscription has {@code count} notices, all in that status. */
    public static List<Map<String, Object>> awaitNotices(long subscription, String status, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(notices(subscription))
                        .hasSize(count)
                        .allSatisfy(notice -> assertThat(notice).containsEntry("status", status)));
        return notices(subscription);
    }
}
