package io.zizhi.notification.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Bounds the wrong codes for one number by all accounts together, so that many accounts do not get many times the tries.
 * Only codes that were compared count: what an account tries while it is held back takes no room from others.
 */
@ApplicationScoped
class WrongCodeLimit {

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

    /** Whether another code may be compared. Nobody else's is until the transaction ends. */
    Uni<Boolean> lockAndCheck(String phoneIndex) {
        return ledger.lock(bucket(phoneIndex)).chain(() -> hasRoom(phoneIndex));
    }

    Uni<Boolean> hasRoom(String phoneIndex) {
        return time.now().chain(now -> room.in(bucket(phoneIndex), now));
    }

    Uni<Void> count(String phoneIndex) {
        return time.now().chain(now -> ledger.record(bucket(phoneIndex), now));
    }

    private SendBucket bucket(String phoneIndex) {
        return new SendBucket("wrong", phoneIndex, limits.wrongCodes());
    }
}
