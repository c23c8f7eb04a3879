package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class OutdatedSegmentsComponentTest {

    @Inject
    CleanUp cleanUp;

    @Inject
    SmppSmsSender sender;

    @Inject
    SmppMessageRepository messages;

    @AfterEach
    void clean() {
        Rows.change("delete from sms_message where message_id like 'old_%'");
        Rows.change("delete from smpp_message where message_id like 'old_%'");
    }

    @Test
    void keeps_submissions_of_unanswered_messages() {
        for (String status : new String[] {"ACCEPTED", "SENDING", "UNKNOWN"}) {
            message("old_" + status, status, "31 days");
            submission("old_" + status, "31 days");
        }
        submission("old_GONE", "31 days");
        submission("old_YOUNG", "29 days");

        Rows.cleanUp(cleanUp);

        assertThat(Rows.texts("select message_id from smpp_message where message_id like 'old_%' order by 1"))
                .containsExactlyInAnyOrder("old_SENDING", "old_UNKNOWN", "old_YOUNG");
    }

    @Test
    void a_message_without_rows_stays_unknown_if_they_may_be_deleted() {
        message("old_message", "UNKNOWN", "31 days");
        for (int recall = 0; recall < 2; recall++) {
            assertThat(Reactive.run(() -> sender.recall("old_message", 1)))
                    .isEqualTo(new SmsResult.Unknown("SMPP_NO_RECORD"));
        }
        message("old_recent", "UNKNOWN", "1 minute");
        assertThat(Reactive.run(() -> sender.recall("old_recent", 1))).isEqualTo(new SmsResult.NeverReceived());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNKNOWN FAILED DELIVERED",
                "UNKNOWN DELIVERED FAILED",
                "FAILED UNKNOWN DELIVERED",
                "FAILED DELIVERED UNKNOWN",
                "DELIVERED UNKNOWN FAILED",
                "DELIVERED FAILED UNKNOWN"
            })
    void the_strongest_early_receipt_counts(String order) {
        String receipt = "early-" + UUID.randomUUID();
        Instant now = Instant.now();
        for (String state : order.split(" ", -1)) {
            keep(receipt, SegmentState.valueOf(state), now);
        }
        assertThat(early(receipt)).isEqualTo("DELIVERED");
        keep(receipt, SegmentState.FAILED, now.plusSeconds(601));
        assertThat(early(receipt)).as("of another segment").isEqualTo("FAILED");
    }

    private void keep(String receipt, SegmentState state, Instant at) {
        Reactive.inTransaction(() ->
                messages.keepEarly(new SegmentReceipt(receipt, state, null), at).replaceWith(true));
    }

    private static String early(String receipt) {
        return Rows.texts("select state from smpp_early_receipt where receipt_id = '" + receipt + "'")
                .getFirst();
    }

    private static void message(String id, String status, String age) {
        Rows.change("insert into sms_message(message_id, account_id, template, subject, phone, parameters, status,"
                + " queued_at, handed_over_at) values ('" + id + "', 'a', 'T', 's', '', '', '" + status
                + "', now(), now() - interval '" + age + "')");
    }

    private static void submission(String id, String age) {
        Rows.change("insert into smpp_message(message_id, attempt, recalled, handed_over_at) values ('" + id
                + "', 1, 0, now() - interval '" + age + "')");
    }
}
