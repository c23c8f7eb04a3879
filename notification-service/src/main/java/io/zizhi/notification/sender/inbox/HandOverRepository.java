package io.zizhi.notification.sender.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Records every hand-over to the local inbox, including repetitions. The inbox shows a message once; an audit reads the
 * number of hand-overs here.
 */
@ApplicationScoped
class HandOverRepository {

    private static final String LOCK = "select 1 where pg_advisory_xact_lock(hashtextextended(:lock, 0)) is not null";

    private static final String RECORD = """
            insert into local_hand_over (message_id, attempt, taken, handed_over_at)
            values (:id, :attempt, not exists (
                select 1 from local_recall where message_id = :id and attempt >= :attempt), :now)
            returning taken
            """;

    private static final String REFUSE = """
            insert into local_recall as known (message_id, attempt) values (:id, :attempt)
            on conflict (message_id) do update set attempt = greatest(known.attempt, excluded.attempt)
            """;

    /** Locks the message, so that its hand-overs and recalls run one after another. */
    Uni<Void> lock(String messageId) {
        return new NativeQuery(LOCK)
                .with("lock", "local-inbox:" + messageId)
                .list(Integer.class)
                .replaceWithVoid();
    }

    /**
     * Records a hand-over.
     *
     * @return whether it is accepted; false if its attempt was recalled before
     */
    Uni<Boolean> record(String messageId, int attempt, Instant now) {
        return new NativeQuery(RECORD)
                .with("id", messageId)
                .with("attempt", attempt)
                .with("now", now)
                .single(Boolean.class);
    }

    /** Refuses all later hand-overs of this and earlier attempts. */
    Uni<Void> refuse(String messageId, int attempt) {
        return new NativeQuery(REFUSE)
                .with("id", messageId)
                .with("attempt", attempt)
                .execute()
                .replaceWithVoid();
    }
}
