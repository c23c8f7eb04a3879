package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The messages on their way. */
@ApplicationScoped
class SmsMessageRepository implements PanacheRepositoryBase<SmsMessage, String> {

    private static final String MESSAGES = "select " + EntityColumns.of(SmsMessage.class) + " from sms_message where ";

    private static final String NEXT_QUEUED = MESSAGES + """
            status = 'QUEUED' and queued_at <= clock_timestamp()
            order by queued_at limit 1 for update skip locked
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

    /** The oldest queued one whose time has come and that no other replica is just claiming. */
    Uni<Optional<SmsMessage>> lockNextQueued() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(NEXT_QUEUED, SmsMessage.class).getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** The next one whose sender is to be asked. */
    Uni<Optional<SmsMessage>> lockNextToRecall(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT_TO_RECALL, SmsMessage.class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** Moves a claimed message to SENDING if that claim still holds it. */
    Uni<Boolean> beginHandOver(String id, int attempt, Duration lostAfter) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN_HAND_OVER)
                        .setParameter("seconds", lostAfter.toMillis() / 1000.0)
                        .setParameter("id", id)
                        .setParameter("attempt", attempt)
                        .executeUpdate())
                .map(changed -> changed == 1);
    }

    Uni<Long> countUnknown() {
        return count("status", SmsStatus.UNKNOWN);
    }
}
