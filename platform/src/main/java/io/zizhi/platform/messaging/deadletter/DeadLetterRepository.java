package io.zizhi.platform.messaging.deadletter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table of unreadable records. Bytes are transferred as Base64, which every driver supports. */
@ApplicationScoped
public class DeadLetterRepository {

    private static final String KEEP = """
            insert into dead_letter(topic, record_partition, record_offset, record_timestamp, record_key, headers, content,
                                    reason)
            values (:topic, :partition, :offset, :timestamp, decode(cast(:key as text), 'base64'), :headers,
                    decode(cast(:content as text), 'base64'), :reason)
            on conflict do nothing
            """;

    private static final String SAME_RECORD = """
             where topic = :topic and record_partition = :partition and record_offset = :offset
              and record_timestamp = :timestamp
            """;

    private static final String LOCK = """
            select id, topic, record_partition, record_offset, record_timestamp, encode(record_key, 'base64') as record_key,
                   headers, encode(content, 'base64') as content, reason, state, retries, arrived_at, closed_at
            from dead_letter where id = :id for update
            """;

    Uni<Void> keep(ConsumerRecord<String, byte[]> unreadable, String reason) {
        String key = unreadable.key();
        return Panache.getSession()
                .chain(session -> identify(session.createNativeQuery(KEEP), unreadable)
                        .setParameter("key", base64(key == null ? null : key.getBytes(StandardCharsets.UTF_8)))
                        .setParameter("headers", HeaderText.write(unreadable.headers()))
                        .setParameter("content", base64(unreadable.value()))
                        .setParameter("reason", reason)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Boolean> isPublished(ConsumerRecord<String, byte[]> unreadable) {
        String sql = "select published_at is not null from dead_letter" + SAME_RECORD;
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("topic", unreadable.topic())
                        .setParameter("partition", unreadable.partition())
                        .setParameter("offset", unreadable.offset())
                        .setParameter("timestamp", unreadable.timestamp())
                        .getSingleResult());
    }

    Uni<Void> markPublished(ConsumerRecord<String, byte[]> published) {
        String sql = "update dead_letter set published_at = clock_timestamp()" + SAME_RECORD;
        return Panache.getSession()
                .chain(session ->
                        identify(session.createNativeQuery(sql), published).executeUpdate())
                .replaceWithVoid();
    }

    /** Returns the dead letter and locks its row until the end of the transaction. */
    public Uni<Optional<DeadLetter>> lock(long id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Tuple.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(DeadLetterRepository::deadLetter));
    }

    public Uni<Void> countRetry(long id) {
        return update("update dead_letter set retries = retries + 1 where id = :id", id);
    }

    /** Records why this attempt failed as well. */
    public Uni<Void> stillUnreadable(long id, String reason) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update dead_letter set reason = :reason where id = :id and state = 'WAITING'")
                        .setParameter("reason", reason)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Closes the dead letter; does nothing if it is already closed. */
    public Uni<Void> close(long id, DeadLetterState state) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update dead_letter set state = :state, closed_at = clock_timestamp()
                                where id = :id and state = 'WAITING'
                                """)
                        .setParameter("state", state.name())
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> update(String sql, long id) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(sql).setParameter("id", id).executeUpdate())
                .replaceWithVoid();
    }

    private static <R> Mutiny.Query<R> identify(Mutiny.Query<R> query, ConsumerRecord<String, byte[]> message) {
        return query.setParameter("topic", message.topic())
                .setParameter("partition", message.partition())
                .setParameter("offset", message.offset())
                .setParameter("timestamp", message.timestamp());
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable String base64) {
        return base64 == null ? null : Base64.getMimeDecoder().decode(base64);
    }

    private static DeadLetter deadLetter(Tuple row) {
        return new DeadLetter(
                row.get("id", Long.class),
                row.get("topic", String.class),
                row.get("record_partition", Integer.class),
                row.get("record_offset", Long.class),
                row.get("record_timestamp", Long.class),
                bytes(row.get("record_key", String.class)),
                HeaderText.read(row.get("headers", String.class)),
                bytes(row.get("content", String.class)),
                row.get("reason", String.class),
                DeadLetterState.valueOf(row.get("state", String.class)),
                row.get("retries", Integer.class),
                instant(row.get("arrived_at")),
                row.get("closed_at") == null ? null : instant(row.get("closed_at")));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
