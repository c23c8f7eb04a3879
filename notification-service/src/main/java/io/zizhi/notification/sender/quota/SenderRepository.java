package io.zizhi.notification.sender.quota;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what the senders get, and stops and starts them. One row of a sender serves all replicas. */
@ApplicationScoped
class SenderRepository {

    /** Hand-overs are reserved this far ahead, so that a replica waits for its turn instead of polling for it. */
    private static final double AHEAD_SECONDS = 0.5;

    private static final String TODAY = "cast(statement_timestamp() at time zone 'Asia/Shanghai' as date)";

    private static final String ADD = "insert into sms_sender (sender) values (:sender) on conflict do nothing";

    private static final String RESERVE = """
            update sms_sender set
                next_at = greatest(next_at, statement_timestamp()) + :interval * interval '1 second',
                messages = case when day = %1$s then messages else 0 end + 1,
                spend = case when day = %1$s then spend else 0 end + :cost,
                day = %1$s
            where sender = :sender and stopped_at is null
              and next_at <= statement_timestamp() + :ahead * interval '1 second'
              and case when day = %1$s then messages else 0 end < :messages
              and case when day = %1$s then spend else 0 end + :cost <= :spend
            returning cast(extract(epoch from next_at - statement_timestamp()) as double precision)
            """.formatted(TODAY);

    private static final String AFFORDS = """
            select count(*) from sms_sender
            where sender = :sender and stopped_at is null
              and case when day = %1$s then messages else 0 end < :messages
              and case when day = %1$s then spend else 0 end + :cost <= :spend
            """.formatted(TODAY);

    private static final String RETURN = """
            update sms_sender set messages = greatest(messages - 1, 0), spend = greatest(spend - :cost, 0)
            where sender = :sender and day = cast(cast(:at as timestamptz) at time zone 'Asia/Shanghai' as date)
            """;

    private static final String SWITCH = """
            update sms_sender set stopped_at = case when :stopped then coalesce(stopped_at, statement_timestamp()) end
            where sender = :sender
            """;

    private static final String LIST = """
            select sender, stopped_at, case when day = %1$s then messages else 0 end as messages,
                case when day = %1$s then spend else 0 end as spend
            from sms_sender
            """.formatted(TODAY);

    private static final BigDecimal UNLIMITED = new BigDecimal("9999999999");

    private final SenderLimits limits;

    SenderRepository(SenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Adds the row of a sender.
     *
     * @return false if it exists
     */
    Uni<Boolean> add(String sender) {
        return new NativeQuery(ADD).with("sender", sender).execute().map(added -> added == 1);
    }

    /**
     * Reserves a hand-over.
     *
     * @param parts billed parts of the message
     * @return how long the caller must wait before the hand-over; empty if the sender is stopped, at a limit or busy
     */
    Uni<Optional<Duration>> reserve(String sender, int parts) {
        double interval = limits.interval(sender);
        return new NativeQuery(RESERVE)
                .with("sender", sender)
                .with("interval", interval)
                .with("ahead", AHEAD_SECONDS)
                .with("cost", limits.cost(sender, parts))
                .with("messages", limits.messagesPerDay(sender).orElse(Integer.MAX_VALUE))
                .with("spend", limits.spendPerDay(sender).orElse(UNLIMITED))
                .first(Double.class)
                .map(found -> found.map(next -> Duration.ofMillis((long) Math.max(0, (next - interval) * 1000))));
    }

    /** Returns whether a running sender is below its caps of today with a message of so many parts. */
    Uni<Boolean> affords(String sender, int parts) {
        return new NativeQuery(AFFORDS)
                .with("sender", sender)
                .with("cost", limits.cost(sender, parts))
                .with("messages", limits.messagesPerDay(sender).orElse(Integer.MAX_VALUE))
                .with("spend", limits.spendPerDay(sender).orElse(UNLIMITED))
                .single(Long.class)
                .map(rows -> rows == 1);
    }

    /** Takes back a reservation, unless the count of its day has ended. */
    Uni<Void> takeBack(String sender, int parts, Instant at) {
        return new NativeQuery(RETURN)
                .with("sender", sender)
                .with("cost", limits.cost(sender, parts))
                .with("at", at)
                .execute()
                .replaceWithVoid();
    }

    /** Stops a sender, or starts it again. It must have a row. */
    Uni<Void> stop(String sender, boolean stopped) {
        return new NativeQuery(SWITCH)
                .with("sender", sender)
                .with("stopped", stopped)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the senders that have a row. */
    Uni<List<SenderUse>> list() {
        return new NativeQuery(LIST)
                .rows()
                .map(rows -> rows.stream().map(SenderRepository::use).toList());
    }

    private static SenderUse use(Row row) {
        return new SenderUse(
                row.text("sender"),
                row.instantOrNull("stopped_at"),
                row.number("messages"),
                row.tuple().get("spend", BigDecimal.class));
    }
}
