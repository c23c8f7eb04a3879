package io.zizhi.qualification.account;

import io.zizhi.platform.privacy.encryption.BlindHash;

/** Computes keyed hashes of a person's name and id number. */
@FunctionalInterface
public interface PersonHash {

    /**
     * @param column the kind of value; equal values of different columns have different hashes
     * @param normalisedValue the value in the form used for comparison
     */
    BlindHash of(String column, String normalisedValue);
}
