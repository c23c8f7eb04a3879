package io.zizhi.faults.evidence;

import java.util.Set;

/**
 * Values that must not appear anywhere outside the encrypted columns.
 *
 * @param names of three characters each
 * @param idNumbers of 18 characters each
 * @param phones of 11 digits each
 */
public record Personal(Set<String> names, Set<String> idNumbers, Set<String> phones) {

    public Personal {
        names = Set.copyOf(names);
        idNumbers = Set.copyOf(idNumbers);
        phones = Set.copyOf(phones);
    }
}
