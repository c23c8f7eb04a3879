package io.zizhi.notification.sender.smpp;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Submitted segments and their receipts. A transaction that changes the segment of a receipt first locks the id of the
 * receipt, then the message: the answer to a submission and its receipt may come at the same time.
 */
@ApplicationScoped
class SmppMessageRepository {

    private static final String BEGIN = """
            with begun as (
                insert into smpp_message as known (message_id, attempt, recalled, handed_over_at)
                values (:id, :attempt, 0, :now)
                on conflict (message_id) do update
                set attempt = excluded.attempt, handed_over_at = excluded.handed_over_at, reported = null
                where known.attempt < excluded.attempt and known.recalled < excluded.attempt
                returning message_id, attempt, handed_over_at)
            insert into smpp_segment (message_id, attempt, segment, state, submitted_at)
            select begun.message_id, begun.attempt, number, 'PENDING', begun.handed_over_at
            from begun, generate_series(1, cast(:segments as integer)) number
            """;

    private static final String RECALL = """
            insert into smpp_message as known (message_id, attempt, recalled, handed_over_at)
            values (:id, 0, :attempt, :now)
            on conflict (message_id) do update set recalled = greatest(known.recalled, excluded.recalled)
            """;

    private static final String LOCK = "select 1 where pg_advisory_xact_lock(hashtextextended(:lock, 0)) is not null";

    private static final String TAKEN = """
            update smpp_segment set state = 'TAKEN', provider_message_id = :provider, receipt_id = :receipt
            where message_id = :id and attempt = :attempt and segment = :segment and state = 'PENDING'
            """;

    private static final String NOT_TAKEN = """
            update smpp_segment set state = 'NOT_TAKEN', code = :code
            where message_id = :id and attempt = :attempt and segment >= :segment and state = 'PENDING'
            """;

    private static final String SEGMENTS = """
            select s.message_id, s.attempt, s.segment, s.state, s.provider_message_id, s.code from smpp_segment s
            """;

    private static final String REPORT = """
            update smpp_segment set state = :state, code = :code
            where message_id = :id and attempt = :attempt and segment = :segment and state in ('TAKEN', 'UNKNOWN')
              and state <> :state
            """;

    private static final String REPORTED = """
            update smpp_message set reported = :outcome
            where message_id = :id and attempt = :attempt and (reported is null or reported = 'UNKNOWN')
              and reported is distinct from :outcome
            """;

    /**
     * DELIVERED outweighs FAILED, and both outweigh UNKNOWN. Receipts more than ten minutes apart belong to different
     * segments, because an answer is never awaited that long.
     */
    private static final String EARLY = """
            insert into smpp_early_receipt as known (receipt_id, state, code, received_at)
            values (:receipt, :state, :code, :now)
            on conflict (receipt_id) do update
            set state = excluded.state, code = excluded.code, received_at = excluded.received_at
            where known.received_at < excluded.received_at - interval '10 minutes'
               or array_position(array['DELIVERED', 'FAILED', 'UNKNOWN'], cast(excluded.state as text))
                  <= array_position(array['DELIVERED', 'FAILED', 'UNKNOWN'], cast(known.state as text))
            """;

    /** A receipt from before the submission belongs to an earlier segment with the same id. */
    private static final String TAKE_EARLY = """
            delete from smpp_early_receipt r using smpp_segment s
            where r.receipt_id = :receipt and s.message_id = :id and s.attempt = :attempt and s.segment = :segment
              and r.received_at >= s.submitted_at
            returning r.state, r.code
            """;

    /** @return false if this or a later attempt was begun or recalled before */
    Uni<Boolean> begin(String messageId, int attempt, int segments, Instant now) {
        return new NativeQuery(BEGIN)
                .with("id", messageId)
                .with("attempt", attempt)
                .with("segments", segments)
                .with("now", now)
                .execute()
                .map(rows -> rows > 0);
    }

    /** Refuses all later submissions of this and earlier attempts. */
    Uni<Void> recall(String messageId, int attempt, Instant now) {
        return new NativeQuery(RECALL)
                .with("id", messageId)
                .with("attempt", attempt)
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }

    /** Locks an id of receipts until the end of the transaction, whether or not a segment has it yet. */
    Uni<Void> lockReceipt(String receiptId) {
        return new NativeQuery(LOCK)
                .with("lock", "smpp:" + receiptId)
                .list(Integer.class)
                .replaceWithVoid();
    }

    Uni<Void> taken(SubmittedSegment segment, String receiptId) {
        return new NativeQuery(TAKEN)
                .with("id", segment.messageId())
                .with("attempt", segment.attempt())
                .with("segment", segment.number())
                .with("provider", segment.providerMessageId())
                .with("receipt", receiptId)
                .execute()
                .replaceWithVoid();
    }

    /** Marks this segment and all after it, which are not submitted. */
    Uni<Void> notTaken(String messageId, int attempt, int segment, String code) {
        return new NativeQuery(NOT_TAKEN)
                .with("id", messageId)
                .with("attempt", attempt)
                .with("segment", segment)
                .with("code", code)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the newest segment with the id, because SMSCs use ids again. */
    Uni<Optional<SubmittedSegment>> ofReceipt(String receiptId) {
        return new NativeQuery(SEGMENTS)
                .where("s.receipt_id = :receipt")
                .with("receipt", receiptId)
                .then("order by s.submitted_at desc limit 1")
                .first()
                .map(found -> found.map(SmppMessageRepository::segment));
    }

    Uni<SubmittedSegments> segments(String messageId, int attempt) {
        return segments(new NativeQuery(SEGMENTS)
                .where("s.message_id = :id")
                .where("s.attempt = :attempt")
                .with("id", messageId)
                .with("attempt", attempt)
                .then("order by s.segment"));
    }

    /** Returns the segments of the newest attempt. */
    Uni<SubmittedSegments> newest(String messageId) {
        return segments(new NativeQuery(
                        SEGMENTS + "join smpp_message m on m.message_id = s.message_id and m.attempt = s.attempt")
                .where("s.message_id = :id")
                .with("id", messageId)
                .then("order by s.segment"));
    }

    /** @return false also if the queue does not know the message */
    Uni<Boolean> isHandedOverBefore(String messageId, Instant time) {
        return new NativeQuery("select 1 from sms_message where message_id = :id and handed_over_at < :time")
                .with("id", messageId)
                .with("time", time)
                .first(Integer.class)
                .map(Optional::isPresent);
    }

    private static Uni<SubmittedSegments> segments(NativeQuery query) {
        return query.rows()
                .map(rows -> new SubmittedSegments(
                        rows.stream().map(SmppMessageRepository::segment).toList()));
    }

    /** @return whether the segment has changed: a repeated receipt changes nothing */
    Uni<Boolean> report(SubmittedSegment segment, SegmentState state, @Nullable String code) {
        return new NativeQuery(REPORT)
                .with("id", segment.messageId())
                .with("attempt", segment.attempt())
                .with("segment", segment.number())
                .with("state", state.name())
                .with("code", code)
                .execute()
                .map(rows -> rows > 0);
    }

    /** Locks the message, so that the receipts of its segments are counted one after another. */
    Uni<Void> lockMessage(String messageId) {
        return new NativeQuery("select 1 from smpp_message where message_id = :id for update")
                .with("id", messageId)
                .list(Integer.class)
                .replaceWithVoid();
    }

    /** @return whether the outcome is new, and the attempt the newest */
    Uni<Boolean> reported(String messageId, int attempt, String outcome) {
        return new NativeQuery(REPORTED)
                .with("id", messageId)
                .with("attempt", attempt)
                .with("outcome", outcome)
                .execute()
                .map(rows -> rows > 0);
    }

    Uni<Void> keepEarly(SegmentReceipt receipt, Instant now) {
        return new NativeQuery(EARLY)
                .with("receipt", receipt.receiptId())
                .with("state", receipt.state().name())
                .with("code", receipt.code())
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }

    Uni<Optional<SegmentReceipt>> takeEarly(SubmittedSegment segment, String receiptId) {
        return new NativeQuery(TAKE_EARLY)
                .with("receipt", receiptId)
                .with("id", segment.messageId())
                .with("attempt", segment.attempt())
                .with("segment", segment.number())
                .first()
                .map(found -> found.map(row -> new SegmentReceipt(
                        receiptId, SegmentState.valueOf(row.text("state")), row.textOrNull("code"))));
    }

    private static SubmittedSegment segment(Row row) {
        return new SubmittedSegment(
                row.text("message_id"),
                (int) row.number("attempt"),
                (int) row.number("segment"),
                SegmentState.valueOf(row.text("state")),
                row.textOrNull("provider_message_id"),
                row.textOrNull("code"));
    }
}
