package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The times of sent and of wrong codes, per bucket. Stored in the database, so that all replicas count together. */
@ApplicationScoped
class CodeSendRepository {

    /** Locks the bucket until the transaction ends, so that only one transaction counts it. */
    Uni<Void> lock(SendBucket bucket) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 where pg_advisory_xact_lock(hashtextextended(:lock, 0)) is not null",
                                Integer.class)
                        .setParameter("lock", bucket.lock())
                        .getResultList())
                .replaceWithVoid();
    }

    /** Returns when the n-th newest code of the bucket was counted; n starts at 1. */
    Uni<Optional<Instant>> nthNewest(SendBucket bucket, int n) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select sent_at from code_send where bucket = :bucket and bucket_key = :key
                                order by sent_at desc offset :skipped limit 1
                                """, Instant.class)
                        .setParameter("bucket", bucket.kind())
                        .setParameter("key", bucket.key())
                        .setParameter("skipped", n - 1)
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    Uni<Void> record(SendBucket bucket, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into code_send (bucket, bucket_key, sent_at) values (:bucket, :key, :now)")
                        .setParameter("bucket", bucket.kind())
                        .setParameter("key", bucket.key())
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> forgetBefore(Instant instant) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from code_send where sent_at < :instant")
                        .setParameter("instant", instant.atOffset(ZoneOffset.UTC))
                        .executeUpdate());
    }
}
