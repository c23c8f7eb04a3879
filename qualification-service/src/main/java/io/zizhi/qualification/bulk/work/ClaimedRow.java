package io.zizhi.qualification.bulk.work;

import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.form.QualificationForm;

/**
 * A row claimed by this process.
 *
 * @param row the row when it was claimed
 * @param applicant the caller on whose behalf it is submitted
 * @param form its form
 */
record ClaimedRow(BulkRow row, Caller applicant, QualificationForm form) {

    long qualificationId() {
        return row.qualificationId().orElseThrow();
    }

    long version() {
        return row.qualificationVersion().orElseThrow();
    }
}
