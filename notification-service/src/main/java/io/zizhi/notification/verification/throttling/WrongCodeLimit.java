package io.zizhi.notification.verification.throttling;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Limits the wrong codes for one number across all accounts, so that an attacker gains no attempts by using more
 * accounts. Only compared codes count: attempts during a delay do not use up the limit for others.
 */
@ApplicationScoped
public class WrongCodeLimit {

    private final CodeSendRepository ledger;
    private final BucketRoom room;
    private final DatabaseTime time;
    private final NotificationLimits.PhoneCodes limits;

    WrongCodeLimit(CodeSendRepository ledger, BucketRoom room, DatabaseTime time, NotificationLimits limits) {
        this.ledger = ledger;
        this.room = room;
        this.time = time;
        this.limits = limits.phoneCodes();
    }

    /** Returns whether another code may be compared. Locks the number until the transaction ends. */
    public Uni<Boolean> lockAndCheck(BlindHash phone) {
        return ledger.lock(bucket(phone)).chain(() -> hasRoom(phone));
    }

    public Uni<Boolean> hasRoom(BlindHash phone) {
        return time.now().chain(now -> room.in(bucket(phone), now));
    }

    public Uni<Void> count(BlindHash phone) {
        return time.now().chain(now -> ledger.record(bucket(phone), now));
    }

    private SendBucket bucket(BlindHash phone) {
        return new SendBucket("wrong", phone, limits.wrongCodes());
    }
}
