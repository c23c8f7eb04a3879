package io.zizhi.platform.privacy.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Finds encrypted values by equality, with a keyed hash under its own key. The key must be protected like the data: its
 * holder could find phone numbers and ids by hashing all possible values.
 */
@ApplicationScoped
public class BlindIndex {

    private static final int BYTES = 32;

    private final Keysets keysets;

    BlindIndex(Keysets keysets) {
        this.keysets = keysets;
    }

    /**
     * @param column the kind of value; equal values of different columns have different hashes
     * @param normalisedValue the value in the normal form used for comparison
     * @return 64 hexadecimal digits
     */
    public String of(String column, String normalisedValue) {
        byte[] input = (column + "\u0000" + normalisedValue).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(keysets.blindIndex().computePrimary(input, BYTES));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A blind index could not be computed", failure);
        }
    }
}
