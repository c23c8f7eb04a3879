package io.zizhi.document.storage.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which documents were verified when. An upload counts as verified. */
@ApplicationScoped
class VerificationRepository {

    /** The index {@code document_to_verify} has this order. Replicas skip each other's documents. */
    private static final String CLAIM = """
            update document set verified_at = clock_timestamp()
            where id = (
                select id from document
                where verified_at is null or verified_at < clock_timestamp() - make_interval(secs => :seconds)
                order by verified_at nulls first, id limit 1 for update skip locked)
            returning id, account_id, object_key, size, sha256
            """;

    private static final String CLAIM_KEYED = """
            update document set verified_at = clock_timestamp() where object_key = :key
            returning id, account_id, object_key, size, sha256
            """;

    private static final String VERIFIED_TODAY = """
            select cast(coalesce(sum(size), 0) as bigint) from document
            where verified_at > clock_timestamp() - interval '1 day' and verified_at <> stored_at
            """;

    private static final String OLDEST_AGE = """
            select coalesce((
                select cast(extract(epoch from clock_timestamp() - coalesce(verified_at, stored_at)) as bigint)
                from document order by verified_at nulls first, id limit 1), 0)
            """;

    /** Claims the document that was not verified for longest, and longer than {@code seconds}. */
    Uni<Optional<Verified>> claim(long seconds) {
        return new NativeQuery(CLAIM).with("seconds", seconds).first().map(row -> row.map(Verified::from));
    }

    /** Claims the document of an object; empty if it was removed. */
    Uni<Optional<Verified>> claim(String objectKey) {
        return new NativeQuery(CLAIM_KEYED).with("key", objectKey).first().map(row -> row.map(Verified::from));
    }

    /** Returns the bytes that were verified in the last 24 hours. */
    Uni<Long> verifiedToday() {
        return new NativeQuery(VERIFIED_TODAY).single(Long.class);
    }

    /** Returns the age in seconds of the oldest verification; 0 without documents. */
    Uni<Long> oldestAge() {
        return new NativeQuery(OLDEST_AGE).single(Long.class);
    }

    /** A document whose bytes are to be verified. */
    record Verified(String id, String accountId, String objectKey, int size, String sha256) {

        static Verified from(Row row) {
            return new Verified(
                    row.text("id"),
                    row.text("account_id"),
                    row.text("object_key"),
                    Math.toIntExact(row.number("size")),
                    row.text("sha256"));
        }
    }
}
