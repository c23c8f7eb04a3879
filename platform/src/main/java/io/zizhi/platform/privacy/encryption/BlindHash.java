package io.zizhi.platform.privacy.encryption;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hashes of one value. There is more than one only while the key of blind indexes is being replaced: a stored
 * hash may then come from either key.
 *
 * @param stored the hash to store: 64 hexadecimal digits
 * @param all the hash under each key, {@code stored} included. Ordered by the age of the keys on all replicas, so
 *     that locks on them are taken in the same order
 */
public record BlindHash(String stored, List<String> all) {

    public BlindHash {
        all = List.copyOf(all);
    }

    /** Returns a hash that was stored before and whose value is unknown. */
    public static BlindHash of(String stored) {
        return new BlindHash(stored, List.of(stored));
    }

    /** Returns whether a stored hash has the same value. */
    public boolean matches(@Nullable String other) {
        return other != null && all.contains(other);
    }

    /** Returns whether both have the same value. */
    public boolean matches(BlindHash other) {
        return other.all.stream().anyMatch(all::contains);
    }

    /** Returns the hashes that an earlier or later key gives to the value. */
    public List<String> others() {
        return all.stream().filter(hash -> !hash.equals(stored)).toList();
    }

    /** Returns all hashes, for a parameter of a query. */
    public String[] array() {
        return all.toArray(String[]::new);
    }
}
