package io.zizhi.qualification.model.revision;

import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes by which equal data of natural persons is found again; null where it is not filled in.
 *
 * @param administratorId of the administrator's id number
 * @param legalPersonName of the legal representative's name
 * @param legalPersonId of the legal representative's id number
 * @param phone of the administrator's phone, where it is a mobile number
 */
record PersonIndexes(
        @Nullable String administratorId,
        @Nullable String legalPersonName,
        @Nullable String legalPersonId,
        @Nullable String phone) {}
