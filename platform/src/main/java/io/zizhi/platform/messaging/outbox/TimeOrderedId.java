package io.zizhi.platform.messaging.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUID version 7 (RFC 9562): milliseconds first, then random bits, so that ids sort roughly by time. */
final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    static UUID next(Instant at) {
        long high = (at.toEpochMilli() << 16) | VERSION_7 | (RANDOM.nextLong() & 0x0FFF);
        long low = VARIANT | (RANDOM.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
