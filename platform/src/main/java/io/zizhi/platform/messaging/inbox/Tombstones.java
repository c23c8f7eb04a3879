package io.zizhi.platform.messaging.inbox;

import io.zizhi.contracts.Topics;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records without a value on the compacted topic of accounts. They are not events: they have no id or version and are
 * never held or parked. Later records with the same key follow in the same lane.
 */
final class Tombstones {

    private static final int LONGEST_KEY = 200;

    private Tombstones() {}

    /** Returns whether the record reports the erasure of an account. One with a reserved name is unreadable. */
    static boolean isOne(ConsumerRecord<String, byte[]> message) {
        String key = message.key();
        return message.value() == null
                && message.topic().equals(Topics.ACCOUNT)
                && key != null
                && !key.isEmpty()
                && key.length() <= LONGEST_KEY
                && !ReservedAccounts.contains(key)
                && key.chars().noneMatch(Character::isISOControl);
    }
}
