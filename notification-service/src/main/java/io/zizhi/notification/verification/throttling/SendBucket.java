package io.zizhi.notification.verification.throttling;

import io.zizhi.notification.limits.SendWindow;
import io.zizhi.platform.privacy.encryption.BlindHash;
import java.util.List;

/**
 * An independent count of sent codes, or of wrong codes.
 *
 * @param kind {@code number}, {@code account}, {@code address} or {@code all}; {@code wrong} for wrong codes of a
 *     number
 * @param key the number, account or address; a keyed hash if it is personal
 * @param windows limits that must all allow the code
 */
record SendBucket(String kind, BlindHash key, List<SendWindow> windows) {

    /** Returns the names of the locks that serialise this bucket, in the order in which all replicas take them. */
    List<String> locks() {
        return key.all().stream().map(one -> kind + ":" + one).toList();
    }
}
