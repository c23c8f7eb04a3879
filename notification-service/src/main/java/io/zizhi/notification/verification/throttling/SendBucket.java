package io.zizhi.notification.verification.throttling;

import io.zizhi.notification.limits.SendWindow;
import java.util.List;

/**
 * An independent count of sent codes, or of wrong codes.
 *
 * @param kind {@code number}, {@code account}, {@code address} or {@code all}; {@code wrong} for wrong codes of a
 *     number
 * @param key the number, account or address; a blind index if it is personal
 * @param windows limits that must all allow the code
 */
record SendBucket(String kind, String key, List<SendWindow> windows) {

    /** Returns the name of the lock that serialises this bucket. */
    String lock() {
        return kind + ":" + key;
    }
}
