package io.zizhi.notification.verification.throttling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Allows a code only if the limits of the number, the account, the client address and the total budget all allow it.
 * The error does not name the exhausted limit, which would tell an attacker what to change.
 */
@ApplicationScoped
public class SendLimits {

    /**
     * How long a refused caller must wait: one minute, the shortest limit of a number. It is the same for all limits,
     * so that it does not reveal the exhausted one.
     */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final CodeSendRepository sends;
    private final BucketRoom room;
    private final DatabaseTime time;
    private final BlindIndex index;
    private final NotificationLimits.PhoneCodes limits;
    private final RefusedCodes refused;

    SendLimits(
            CodeSendRepository sends,
            BucketRoom room,
            DatabaseTime time,
            BlindIndex index,
            NotificationLimits limits,
            RefusedCodes refused) {
        this.sends = sends;
        this.room = room;
        this.time = time;
        this.index = index;
        this.limits = limits.phoneCodes();
        this.refused = refused;
    }

    /** Returns the same error for every exhausted limit. */
    public static ProblemException refusal() {
        return Problems.tooManyRequests(
                "PHONE_CODE_LIMITED",
                "Too many phone codes. Try again in " + RETRY_AFTER.toSeconds() + " seconds.",
                RETRY_AFTER);
    }

    /**
     * Counts one code in the current transaction, or fails with 429.
     *
     * @return database time, read while all buckets were locked
     */
    public Uni<Instant> admit(BlindHash phone, String accountId, String address) {
        // All transactions lock in this order, so they cannot deadlock. The shared bucket comes last: a request refused
        // earlier never waits for it and never makes others wait.
        List<SendBucket> buckets = List.of(
                number(phone),
                new SendBucket("account", BlindHash.of(accountId), limits.account()),
                new SendBucket("address", index.of("code_send.address", address), limits.address()),
                new SendBucket("all", BlindHash.of("all"), limits.all()));
        return each(buckets, this::enter)
                .chain(time::now)
                .call(now -> each(buckets, bucket -> sends.record(bucket, now)));
    }

    /**
     * Returns when the limits of the number allow the next code. Other limits may delay it further; they stay secret,
     * as in {@link #refusal}.
     *
     * @param now when the last code was admitted
     */
    public Uni<Instant> resendAt(BlindHash phone, Instant now) {
        return room.freeAt(number(phone), now);
    }

    private SendBucket number(BlindHash phone) {
        return new SendBucket("number", phone, limits.number());
    }

    /** Locks the bucket, then reads the time, so that everything counted in it is earlier. */
    private Uni<Void> enter(SendBucket bucket) {
        return sends.lock(bucket)
                .chain(time::now)
                .chain(now -> room.in(bucket, now))
                .invoke(allowed -> refuseUnless(allowed, bucket))
                .replaceWithVoid();
    }

    private void refuseUnless(boolean allowed, SendBucket bucket) {
        if (!allowed) {
            refused.count(bucket.kind());
            throw refusal();
        }
    }

    private static Uni<Void> each(List<SendBucket> buckets, Function<SendBucket, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(buckets)
                .onItem()
                .transformToUniAndConcatenate(act::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
