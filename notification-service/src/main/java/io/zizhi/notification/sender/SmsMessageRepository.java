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

    private static final String NEXT_QUEUED = MESSAGES + """
            status = 'QUEUED' and queued_at <= statement_timestamp()
            order by urgent desc, turn, queued_at limit 1 for update skip locked
            """;

    /** Finds a row if a message is queued or its sender must be asked. */
    static final String WORK = """
            select from sms_message where status = 'QUEUED' and queued_at <= statement_timestamp()
            union all select from sms_message where recall_at <= statement_timestamp()
            """;

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

    private static final String BEGIN_HAND_OVER = """
            update sms_message set status = 'SENDING', recall_at = clock_timestamp() + :seconds * interval '1 second'
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
