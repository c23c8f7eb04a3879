package io.zizhi.platform.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The table of unreadable records. Bytes are transferred as Base64, which every driver supports. */
@ApplicationScoped
public class DeadLetterRepository {

    private static final String STORE = """
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

    Uni<Void> store(ConsumerRecord<String, byte[]> unreadable, String reason) {
        String key = unreadable.key();
        return identify(STORE, unreadable)
                .with("key", base64(key == null ? null : key.getBytes(StandardCharsets.UTF_8)))
                .with("headers", HeaderText.write(unreadable.headers()))
                .with("content", base64(unreadable.value()))
                .with("reason", reason)
                .execute()
                .replaceWithVoid();
    }

    Uni<Boolean> isPublished(ConsumerRecord<String, byte[]> unreadable) {
        return identify("select published_at is not null from dead_letter" + SAME_RECORD, unreadable)
                .single(Boolean.class);
    }

    Uni<Void> markPublished(ConsumerRecord<String, byte[]> published) {
        return identify("update dead_letter set published_at = clock_timestamp()" + SAME_RECORD, published)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the dead letter and locks its row until the end of the transaction. */
    public Uni<Optional<DeadLetter>> lock(long id) {
        return new NativeQuery(LOCK)
                .with("id", id)
                .first(Tuple.class)
                .map(found -> found.map(DeadLetterRepository::deadLetter));
    }

    public Uni<Void> countRetry(long id) {
        return update("update dead_letter set retries = retries + 1 where id = :id", id);
    }

    /** Records that another attempt failed, with its reason. */
    public Uni<Void> stillUnreadable(long id, String reason) {
        return new NativeQuery("update dead_letter set reason = :reason where id = :id and state = 'WAITING'")
                .with("reason", reason)
                .with("id", id)
                .execute()
                .replaceWithVoid();
    }

    /** Closes the dead letter; does nothing if it is already closed. */
    public Uni<Void> close(long id, DeadLetterState state) {
        return new NativeQuery("""
                                update dead_letter set state = :state, closed_at = clock_timestamp()
                                where id = :id and state = 'WAITING'
                                """)
                .with("state", state.name())
                .with("id", id)
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Void> update(String sql, long id) {
        return new NativeQuery(sql).with("id", id).execute().replaceWithVoid();
    }

    private static NativeQuery identify(String statement, ConsumerRecord<String, byte[]> message) {
        return new NativeQuery(statement)
                .with("topic", message.topic())
                .with("partition", message.partition())
                .with("offset", message.offset())
                .with("timestamp", message.timestamp());
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
