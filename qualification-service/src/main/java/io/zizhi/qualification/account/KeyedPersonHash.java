package io.zizhi.qualification.account;

import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import jakarta.inject.Singleton;

/** Hashes with this service's key for blind indexes. */
@Singleton
class KeyedPersonHash implements PersonHash {

    private final BlindIndex blindIndex;

    KeyedPersonHash(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    @Override
    public BlindHash of(String column, String normalisedValue) {
        return blindIndex.of(column, normalisedValue);
    }
}
