package io.zizhi.qualification.account;

/** Computes keyed hashes of a person's name and id number. Accounts of persons store nothing else about the person. */
@FunctionalInterface
public interface PersonHash {

    /**
     * @param column the kind of value; equal values of different columns have different hashes
     * @param normalisedValue the value in the form used for comparison
     */
    String of(String column, String normalisedValue);
}
