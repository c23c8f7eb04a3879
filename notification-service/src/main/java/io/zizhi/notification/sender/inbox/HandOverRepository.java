package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Records every hand-over to the local inbox, repeated ones included. The inbox shows a message once; an audit reads
 * the number of hand-overs here.
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

    /** Serialises hand-overs and recalls of one message. */
    Uni<Void> lock(String messageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter("lock", "local-inbox:" + messageId)
                        .getResultList())
                .replaceWithVoid();
    }

    /** @return whether the hand-over is accepted; false if its attempt was recalled before */
    Uni<Boolean> record(String messageId, int attempt, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECORD, Boolean.class)
                        .setParameter("id", messageId)
                        .setParameter("attempt", attempt)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .getSingleResult());
    }

    /** Refuses all later hand-overs of this and earlier attempts. */
    Uni<Void> refuse(String messageId, int attempt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REFUSE)
                        .setParameter("id", messageId)
                        .setParameter("attempt", attempt)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
