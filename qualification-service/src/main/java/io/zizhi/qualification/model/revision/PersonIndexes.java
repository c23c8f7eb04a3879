package io.zizhi.qualification.model.revision;

import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes of personal data, used to find equal values. Null if the value is not filled in.
 *
 * @param administratorId hash of the administrator's id number
 * @param legalRepresentativeName hash of the legal representative's name
 * @param legalRepresentativeId hash of the legal representative's id number
 * @param phone hash of the administrator's phone, if it is a mobile number
 */
record PersonIndexes(
        @Nullable String administratorId,
        @Nullable String legalRepresentativeName,
        @Nullable String legalRepresentativeId,
        @Nullable String phone) {}
