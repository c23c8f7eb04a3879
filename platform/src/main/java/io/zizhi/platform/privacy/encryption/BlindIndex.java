package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds encrypted values by equality, with a keyed hash under its own key. The key must be protected like the data: its
 * holder could find phone numbers and ids by hashing all possible values.
 */
@ApplicationScoped
public class BlindIndex {

    private static final int BYTES = 32;

    private final IndexKeys keys;

    BlindIndex(IndexKeys keys) {
        this.keys = keys;
    }

    /**
     * Returns the hashes of a value: store one, and search for all. Fails with 503 while the keys are not loaded.
     *
     * @param column the kind of value; equal values of different columns have different hashes
     * @param normalisedValue the value in the normal form used for comparison
     */
    public BlindHash of(String column, String normalisedValue) {
        byte[] input = (column + "\u0000" + normalisedValue).getBytes(StandardCharsets.UTF_8);
        IndexKeys.Known known = keys.known();
        List<String> all =
                known.byVersion().values().stream().map(key -> hash(key, input)).toList();
        return new BlindHash(hash(known.inUse(), input), all);
    }

    private static String hash(PrfSet key, byte[] input) {
        try {
            return HexFormat.of().formatHex(key.computePrimary(input, BYTES));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A blind index could not be computed", failure);
        }
    }
}
