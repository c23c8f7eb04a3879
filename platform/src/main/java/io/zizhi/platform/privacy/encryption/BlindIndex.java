package io.zizhi.platform.privacy.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Finds an encrypted value again by equality: a keyed hash, with a key of its own. Whoever holds the key can find phone
 * numbers and ids by trying them all, so it is kept like the data.
 */
@ApplicationScoped
public class BlindIndex {

    private static final int BYTES = 32;

    private final Keysets keysets;

    BlindIndex(Keysets keysets) {
        this.keysets = keysets;
    }

    /**
     * @param column what kind of value it is; equal values of different columns have different hashes
     * @param normalisedValue the value in the one form in which it is compared
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
