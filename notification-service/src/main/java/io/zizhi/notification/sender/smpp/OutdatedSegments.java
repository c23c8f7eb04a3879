package io.zizhi.notification.sender.smpp;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes submissions after 30 days, and receipts without a segment after a week: SMSCs give a message up after a few
 * days. Submissions of an unanswered message stay, because without them it would count as never submitted.
 */
@Singleton
class OutdatedSegments {

    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration RECEIPTS_KEPT = Duration.ofDays(7);

    /** The foreign key deletes the segments. */
    static final String MESSAGES = """
            delete from smpp_message where message_id = any(array(
                select known.message_id from smpp_message known
                where known.handed_over_at < statement_timestamp() - make_interval(secs => :age)
                  and coalesce((select status from sms_message where message_id = known.message_id), '')
                      not in ('SENDING', 'UNKNOWN')
                order by known.handed_over_at limit :limit for update of known skip locked))
            """;

    static final String RECEIPTS = """
            delete from smpp_early_receipt where receipt_id = any(array(
                select receipt_id from smpp_early_receipt
                where received_at < statement_timestamp() - make_interval(secs => :age)
                order by received_at limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows messages() {
        return new OutdatedRows("smpp_message", KEPT, MESSAGES);
    }

    @Produces
    @Singleton
    static OutdatedRows receipts() {
        return new OutdatedRows("smpp_early_receipt", RECEIPTS_KEPT, RECEIPTS);
    }
}
