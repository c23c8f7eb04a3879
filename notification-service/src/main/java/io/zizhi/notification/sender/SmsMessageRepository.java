package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The messages on their way. */
@ApplicationScoped
class SmsMessageRepository implements PanacheRepositoryBase<SmsMessage, String> {

    Uni<Optional<SmsMessage>> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** The oldest queued ones that no other replica is just claiming. */
    Uni<List<SmsMessage>> lockQueued(int atMost) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select * from sms_message where status = 'QUEUED'
                                order by queued_at limit :atMost for update skip locked
                                """, SmsMessage.class)
                        .setParameter("atMost", atMost)
                        .getResultList());
    }

    /** Those whose sender is to be asked. */
    Uni<List<SmsMessage>> lockToRecall(Instant now, int atMost) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select * from sms_message where recall_at <= :now
                                order by recall_at limit :atMost for update skip locked
                                """, SmsMessage.class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("atMost", atMost)
                        .getResultList());
    }
}
