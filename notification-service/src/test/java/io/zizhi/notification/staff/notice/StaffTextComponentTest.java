package io.zizhi.notification.staff.notice;

import static io.zizhi.notification.Clients.as;
import static io.zizhi.notification.Clients.inbox;
import static io.zizhi.notification.Clients.newPhone;
import static io.zizhi.notification.Staff.awaitNotices;
import static io.zizhi.notification.Staff.awaitReceived;
import static io.zizhi.notification.Staff.letWindowsEnd;
import static io.zizhi.notification.Staff.newName;
import static io.zizhi.notification.Staff.newWorkOrder;
import static io.zizhi.notification.Staff.notices;
import static io.zizhi.notification.Staff.open;
import static io.zizhi.notification.Staff.subscribed;
import static io.zizhi.notification.Staff.toText;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.ReviewCancelled;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.contracts.SlaEscalated;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.contracts.SlaWarned;
import io.zizhi.notification.Rows;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class StaffTextComponentTest {

    private static final int STORM = 200;
    private static final Instant DUE = Instant.parse("2026-11-26T02:00:00Z");

    @Inject
    CleanUp cleanUp;

    private final String policy = newName();
    private final String phone = newPhone();
    private final long workOrder = newWorkOrder();

    @Test
    void two_hundred_breaches_in_one_window_make_one_sms() {
        long subscription = subscribed(toText(policy, phone, "BREACHED"));
        for (int review = 0; review < STORM; review++) {
            open(workOrder + review, policy);
            EventBus.publish(breached(workOrder + review, DUE.plusSeconds(review)), 2);
        }
        for (int review = 0; review < STORM; review++) {
            awaitReceived(workOrder + review, 2);
        }
        assertThat(notices(subscription))
                .hasSize(1)
                .allSatisfy(notice -> assertThat(notice).containsEntry("status", "COLLECTING"));

        letWindowsEnd(subscription);

        Map<String, Object> notified = awaitNotices(subscription, "SENT", 1).getFirst();
        assertThat(notified).containsEntry("reviews", STORM).containsEntry("oldestDueAt", DUE.toString());
        assertThat(inbox(phone)).singleElement().satisfies(sms -> {
            assertThat(sms).containsEntry("template", "STAFF_REVIEWS_BREACHED");
            assertThat(sms.get("text"))
                    .startsWith(STORM + " review(s) breached their target in the last ")
                    .endsWith("oldest due 11-26 10:00 (UTC+8); first work orders " + workOrder + ", " + (workOrder + 1)
                            + ", " + (workOrder + 2) + " and others.");
        });
        assertThat(Rows.count("select count(*) from staff_notice_review join staff_notice using (notice_id)"
                        + " where subscription_id = " + subscription))
                .isZero();
    }

    @Test
    void counts_repeated_events_and_reviews_once() {
        long subscription = subscribed(toText(policy, phone, "BREACHED"));
        open(workOrder, policy);
        UUID event = EventBus.publish(breached(workOrder, DUE), 2);
        EventBus.publish(breached(workOrder, DUE), 2, event);
        EventBus.publish(breached(workOrder, DUE), 3);
        awaitReceived(workOrder, 3);

        letWindowsEnd(subscription);

        assertThat(awaitNotices(subscription, "SENT", 1).getFirst()).containsEntry("reviews", 1);
        assertThat(inbox(phone)).hasSize(1);
    }

    @Test
    void sends_the_first_escalation_at_once_and_collects_the_next() {
        long subscription = subscribed(toText(policy, phone, "ESCALATED"));
        open(workOrder, policy);
        EventBus.publish(escalated(workOrder), 2);
        assertThat(awaitNotices(subscription, "SENT", 1).getFirst()).containsEntry("reviews", 1);
        assertThat(inbox(phone)).hasSize(1);

        for (int review = 1; review <= 3; review++) {
            open(workOrder + review, policy);
            EventBus.publish(escalated(workOrder + review), 2);
            awaitReceived(workOrder + review, 2);
        }
        assertThat(notices(subscription)).hasSize(2);
        assertThat(inbox(phone)).hasSize(1);
        letWindowsEnd(subscription);
        assertThat(awaitNotices(subscription, "SENT", 2).getFirst()).containsEntry("reviews", 3);
        assertThat(inbox(phone)).hasSize(2);
    }

    @Test
    void alerts_after_the_window_go_into_the_next_notice() {
        long subscription = subscribed(toText(policy, phone, "WARNED"));
        open(workOrder, policy);
        EventBus.publish(warned(workOrder), 2);
        awaitReceived(workOrder, 2);
        Rows.change("update staff_notice set closes_at = clock_timestamp() where subscription_id = " + subscription);
        open(workOrder + 1, policy);
        EventBus.publish(warned(workOrder + 1), 2);
        awaitReceived(workOrder + 1, 2);
        assertThat(notices(subscription)).hasSize(2);

        letWindowsEnd(subscription);

        assertThat(awaitNotices(subscription, "SENT", 2))
                .allSatisfy(notice -> assertThat(notice).containsEntry("reviews", 1));
    }

    @Test
    void sends_only_selected_alerts_after_the_subscription() {
        long breaches = subscribed(toText(policy, phone, "BREACHED"));
        Map<String, Object> letters = toText(policy, newPhone(), "BREACHED");
        letters.put("name", newName());
        letters.put("subjects", List.of("LETTER"));
        long lettersOnly = subscribed(letters);
        open(workOrder, newName());
        EventBus.publish(breached(workOrder, DUE), 2);
        open(workOrder + 1, policy);
        EventBus.publish(warned(workOrder + 1), 2);
        EventBus.publish(new SlaBreached(workOrder + 1, 1001, DUE, Instant.now().minusSeconds(3600)), 3);
        open(workOrder + 2, policy);
        EventBus.publish(new SlaBreached(workOrder + 2, 7, DUE, Instant.now(), ReviewSubject.LETTER, 7L), 2);
        awaitReceived(workOrder, 2);
        awaitReceived(workOrder + 1, 3);
        awaitReceived(workOrder + 2, 2);
        letWindowsEnd(breaches);
        letWindowsEnd(lettersOnly);
        assertThat(awaitNotices(breaches, "SENT", 1).getFirst()).containsEntry("reviews", 1);
        assertThat(awaitNotices(lettersOnly, "SENT", 1).getFirst())
                .containsEntry("firstWorkOrders", List.of(workOrder + 2));
    }

    @Test
    void a_rescheduled_review_matches_its_new_policy() {
        long subscription = subscribed(toText(policy, phone, "BREACHED"));
        open(workOrder, newName());
        EventBus.publish(rescheduled(), 2);
        EventBus.publish(breached(workOrder, DUE), 3);
        awaitReceived(workOrder, 3);

        letWindowsEnd(subscription);

        assertThat(awaitNotices(subscription, "SENT", 1).getFirst()).containsEntry("reviews", 1);
    }

    @Test
    void a_rescheduled_review_no_longer_matches_its_former_policy() {
        String former = newName();
        long subscription = subscribed(toText(former, phone, "BREACHED"));
        open(workOrder, former);
        EventBus.publish(rescheduled(), 2);
        EventBus.publish(breached(workOrder, DUE), 3);
        awaitReceived(workOrder, 3);

        assertThat(notices(subscription)).isEmpty();
        delete(subscription, 1);
    }

    @Test
    void ignores_a_rescheduling_of_an_unknown_review() {
        EventBus.publish(rescheduled(), 1);
        EventBus.publish(breached(workOrder, DUE), 2);

        awaitReceived(workOrder, 2);
    }

    private SlaRescheduled rescheduled() {
        return new SlaRescheduled(
                workOrder,
                1001,
                policy,
                DUE,
                DUE,
                DUE,
                false,
                DUE,
                2,
                Instant.now(),
                ReviewSubject.QUALIFICATION,
                null);
    }

    @Test
    void an_unknown_review_matches_subscriptions_to_all_policies() {
        Map<String, Object> all = toText(policy, phone, "BREACHED");
        all.remove("policies");
        long subscription = subscribed(all);
        EventBus.publish(breached(workOrder, DUE), 1);
        awaitReceived(workOrder, 1);
        assertThat(notices(subscription)).hasSize(1);
        delete(subscription, 1);
    }

    @Test
    void discards_collected_alerts_of_a_deleted_subscription() {
        long subscription = subscribed(toText(policy, phone, "BREACHED"));
        open(workOrder, policy);
        EventBus.publish(breached(workOrder, DUE), 2);
        awaitReceived(workOrder, 2);
        delete(subscription, 1);

        letWindowsEnd(subscription);

        awaitNotices(subscription, "CANCELLED", 1);
        assertThat(inbox(phone)).isEmpty();
    }

    @Test
    void an_unreadable_number_fails_only_its_own_notice() {
        long broken = subscribed(toText(policy, phone, "BREACHED"));
        String other = newPhone();
        Map<String, Object> second = toText(policy, other, "BREACHED");
        second.put("name", newName());
        long whole = subscribed(second);
        Rows.change("update staff_subscription set phone = '\\x00' where subscription_id = " + broken);
        open(workOrder, policy);
        EventBus.publish(breached(workOrder, DUE), 2);
        awaitReceived(workOrder, 2);

        letWindowsEnd(broken);
        letWindowsEnd(whole);

        assertThat(awaitNotices(broken, "FAILED", 1).getFirst()).containsEntry("failureCode", "CONTACT_UNREADABLE");
        awaitNotices(whole, "SENT", 1);
        assertThat(inbox(other)).hasSize(1);
        delete(whole, 1);
        Rows.change("update staff_subscription set phone = null, deleted_at = now() where subscription_id = " + broken);
    }

    @Test
    void purges_notices_after_three_months_except_open_groups() {
        long subscription = subscribed(toText(policy, phone, "BREACHED"));
        open(workOrder, policy);
        EventBus.publish(breached(workOrder, DUE), 2);
        awaitReceived(workOrder, 2);
        letWindowsEnd(subscription);
        awaitNotices(subscription, "SENT", 1);
        open(workOrder + 1, policy);
        EventBus.publish(breached(workOrder + 1, DUE), 2);
        awaitReceived(workOrder + 1, 2);
        Rows.change("update staff_notice set closes_at = closes_at - interval '91 days' where subscription_id = "
                + subscription);

        Rows.cleanUp(cleanUp);

        assertThat(notices(subscription))
                .hasSize(1)
                .allSatisfy(notice -> assertThat(notice).containsEntry("status", "COLLECTING"));
    }

    @Test
    void stops_following_a_cancelled_review() {
        open(workOrder, policy);
        awaitReceived(workOrder, 1);
        assertThat(watched()).isOne();
        EventBus.publish(new ReviewCancelled(workOrder, 1001, Instant.now()), 2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(watched()).isZero());
    }

    private long watched() {
        return Rows.count("select count(*) from watched_review where work_order = " + workOrder);
    }

    private static void delete(long subscription, long version) {
        as("supervisor")
                .header("If-Match", version)
                .delete("/v1/staff-subscriptions/{id}", subscription)
                .then()
                .statusCode(204);
    }

    private static SlaWarned warned(long workOrder) {
        return new SlaWarned(workOrder, 1001, DUE, Instant.now());
    }

    private static SlaBreached breached(long workOrder, Instant dueAt) {
        return new SlaBreached(workOrder, 1001, dueAt, Instant.now());
    }

    private static SlaEscalated escalated(long workOrder) {
        return new SlaEscalated(workOrder, 1001, DUE, Instant.now());
    }
}
