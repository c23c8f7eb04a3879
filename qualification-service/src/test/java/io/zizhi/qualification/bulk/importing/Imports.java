package io.zizhi.qualification.bulk.importing;

import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Sheets;
import java.nio.charset.StandardCharsets;

/** CSV sheets of imports for the account company-a. */
public final class Imports {

    /** Matches the name in a row. */
    public static final String NAME = "批量[0-9a-f]{32}";

    private static final String HEADER = "accountId,sourceSystem,sourceReference,approvedOn,approvalValidUntil,";

    private Imports() {}

    public static byte[] sheet(String... rows) {
        return (HEADER + Sheets.HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** @param validUntil last day of the approval; empty if it does not end */
    public static String row(Filer filer, String reference, String validUntil) {
        return "company-a,legacy-portal," + reference + ",2025-06-01," + validUntil + ","
                + Sheets.row(filer, Sheets.name(), "13900007001", "");
    }
}
