package io.zizhi.qualification.bulk.importing.model;

import org.jspecify.annotations.Nullable;

/**
 * A line of a sheet as the database takes it.
 *
 * @param number row number as in the spreadsheet
 * @param state WAITING or INVALID
 * @param accountId the account; null if unreadable
 * @param sourceSystem the other system; null if unreadable
 * @param sourceReference the number in that system; null if unreadable
 * @param approvedOn day of the approval, as 2026-11-25; null if unreadable
 * @param validUntil last day of the approval, as 2026-11-25; null if it does not end
 * @param content form without personal data, as JSON; null if INVALID
 * @param personalData encrypted personal data, in Base64; null if INVALID
 * @param findings findings, as JSON
 */
public record StoredLine(
        int number,
        ImportRowState state,
        @Nullable String accountId,
        @Nullable String sourceSystem,
        @Nullable String sourceReference,
        @Nullable String approvedOn,
        @Nullable String validUntil,
        @Nullable String content,
        @Nullable String personalData,
        String findings) {

    /** Omits personal data. */
    @Override
    public String toString() {
        return "StoredLine[" + number + "]";
    }
}
