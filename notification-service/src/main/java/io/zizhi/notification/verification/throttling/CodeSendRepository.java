package io.zizhi.notification.verification.throttling;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of sent codes and of wrong codes, per bucket. They are stored in the database, so that all replicas count
 * together.
 */
@ApplicationScoped
public class CodeSendRepository {

    /** Locks the bucket until the transaction ends, so that only one transaction counts it. */
    Uni<Void> lock(SendBucket bucket) {
        return AdvisoryLocks.take(bucket.locks());
    }

    /**
     * Returns when the n-th newest code of the bucket was counted; n starts at 1. Reads at most n rows of each key from
     * the index.
     */
    Uni<Optional<Instant>> nthNewest(SendBucket bucket, int n) {
        return new NativeQuery("""
                                select newest.sent_at from unnest(cast(:keys as text[])) as one(key)
                                cross join lateral (
                                    select sent_at from code_send where bucket = :bucket and bucket_key = one.key
                                    order by sent_at desc limit :n) as newest
                                order by newest.sent_at desc offset :skipped limit 1
                                """)
                .with("bucket", bucket.kind())
                .with("keys", bucket.key().array())
                .with("n", n)
                .with("skipped", n - 1)
                .first(Instant.class);
    }

    Uni<Void> record(SendBucket bucket, Instant now) {
        return new NativeQuery("insert into code_send (bucket, bucket_key, sent_at) values (:bucket, :key, :now)")
                .with("bucket", bucket.kind())
                .with("key", bucket.key().stored())
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }
}
