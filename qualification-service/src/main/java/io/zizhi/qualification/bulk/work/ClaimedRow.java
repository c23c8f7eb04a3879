package io.zizhi.qualification.bulk.work;

import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.BulkRow;
import io.zizhi.qualification.form.Particulars;

/**
 * A row that this process works on for now.
 *
 * @param row as it was claimed
 * @param applicant in whose name it is filed
 * @param form what it says
 */
record ClaimedRow(BulkRow row, Caller applicant, Particulars form) {

    long qualificationId() {
        return row.qualificationId().orElseThrow();
    }

    long version() {
        return row.qualificationVersion().orElseThrow();
    }
}
