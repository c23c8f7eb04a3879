package io.zizhi.notification.verification;

import io.zizhi.notification.limits.SendWindow;
import java.util.List;

/**
 * One of the independent counts that each code sent goes into, or each wrong code.
 *
 * @param kind {@code number}, {@code account}, {@code address} or {@code all}; {@code wrong} for wrong codes of a number
 * @param key which number, account or address; a blind index where it is personal
 * @param windows all of which must let the code through
 */
record SendBucket(String kind, String key, List<SendWindow> windows) {

    /** Name of the lock that lets one code at a time through this bucket. */
    String lock() {
        return kind + ":" + key;
    }
}
