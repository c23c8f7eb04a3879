package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads, locks and counts messages. */
@ApplicationScoped
class SmsMessageRepository implements PanacheRepositoryBase<SmsMessage, String> {

    private static final String MESSAGES = "select " + EntityColumns.of(SmsMessage.class) + " from sms_message where ";

    static final String NEXT_QUEUED = MESSAGES + """
            status = 'QUEUED' and not waiting and queued_at <= statement_timestamp()
            order by urgent desc, turn, queued_at limit 1 for update skip locked
            """;

    /**
     * Ends the wait of some messages, and returns whether a message may be sent now. Waiting messages have an index of
     * their own: thousands that wait for the end of the quiet hours would be read again by each poll.
     */
    static final String LOOK_FOR_DUE = """
            with ready as (
                update sms_message set waiting = false
                where message_id = any(array(
                    select message_id from sms_message
                    where status = 'QUEUED' and waiting and queued_at <= statement_timestamp()
                    order by queued_at, turn limit 500 for update skip locked))
                returning message_id)
            select exists (select from ready) or exists (
                select from sms_message
                where status = 'QUEUED' and not waiting and queued_at <= statement_timestamp())
            """;

    /** Finds a row if a message is lost, or its sender must be asked about it. */
    static final String TO_RECALL = "select from sms_message where recall_at <= statement_timestamp()";

    /** Finds a row if the sender of a message must be asked about its receipt. */
    static final String WITHOUT_RECEIPT = "select from sms_message where receipt_due_at <= statement_timestamp()";

    private static final String NEXT_TURN = """
            select greatest(
                coalesce((select max(turn) + 1 from sms_message
                    where status = 'QUEUED' and urgent = :urgent and account_id = :account), 0),
                coalesce((select min(turn) from sms_message where status = 'QUEUED' and urgent = :urgent), 0))
            where (select count(*) from (
                select 1 from sms_message where status = 'QUEUED' and urgent = :urgent and account_id = :account
                limit :most) own) < :most
            """;

    private static final String NEXT_TO_RECALL = MESSAGES + """
            recall_at <= :now
            order by recall_at limit 1 for update skip locked
            """;

    private static final String NEXT_WITHOUT_RECEIPT = MESSAGES + """
            receipt_due_at <= :now
            order by receipt_due_at limit 1 for update skip locked
            """;

    /** Providers may use an id again after months; the newest message is meant. */
    private static final String OF_PROVIDER = MESSAGES + """
            provider_message_id = :id and sender = :sender
            order by queued_at desc limit 1 for update
            """;

    private static final String BEGIN_HAND_OVER = """
            update sms_message set status = 'SENDING', handed_over_at = clock_timestamp(),
                recall_at = clock_timestamp() + :seconds * interval '1 second'
            where message_id = :id and attempt = :attempt and status = 'CLAIMED' and recall_at > clock_timestamp()
            """;

    Uni<Optional<SmsMessage>> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /**
     * Returns the turn of the account's next message. Accounts take turns, however many messages one of them has: the
     * message goes behind the account's own messages, but not behind all messages of other accounts. Codes and notices
     * have separate turns.
     *
     * @return empty if the account already has {@code most} messages in the queue
     */
    Uni<Optional<Long>> nextTurn(String accountId, boolean urgent, int most) {
        return new NativeQuery(NEXT_TURN)
                .with("account", accountId)
                .with("urgent", urgent)
                .with("most", most)
                .first(Long.class);
    }

    /** Locks the next due message that no other replica is claiming: codes first, then by turn. */
    Uni<Optional<SmsMessage>> lockNextQueued() {
        return new NativeQuery(NEXT_QUEUED).first(SmsMessage.class);
    }

    /** Locks the next message whose sender must be asked. */
    Uni<Optional<SmsMessage>> lockNextToRecall(Instant now) {
        return new NativeQuery(NEXT_TO_RECALL).with("now", now).first(SmsMessage.class);
    }

    /** Locks the next accepted message whose receipt is missing. */
    Uni<Optional<SmsMessage>> lockNextWithoutReceipt(Instant now) {
        return new NativeQuery(NEXT_WITHOUT_RECEIPT).with("now", now).first(SmsMessage.class);
    }

    /** Locks the message that a sender's provider knows by this id. */
    Uni<Optional<SmsMessage>> lockOfProvider(String sender, String providerMessageId) {
        return new NativeQuery(OF_PROVIDER)
                .with("sender", sender)
                .with("id", providerMessageId)
                .first(SmsMessage.class);
    }

    /** Sets a claimed message to SENDING if the claim is still valid. */
    Uni<Boolean> beginHandOver(String id, int attempt, Duration lostAfter) {
        return new NativeQuery(BEGIN_HAND_OVER)
                .with("seconds", lostAfter.toMillis() / 1000.0)
                .with("id", id)
                .with("attempt", attempt)
                .execute()
                .map(changed -> changed == 1);
    }

    Uni<Long> countUnknown() {
        return count("status", SmsStatus.UNKNOWN);
    }
}
