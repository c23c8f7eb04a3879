package io.zizhi.qualification.bulk.importing.work;

import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.form.QualificationForm;

/**
 * A row claimed by this process.
 *
 * @param row the row when it was claimed
 * @param form its form
 */
record ClaimedImportRow(ImportRow row, QualificationForm form) {

    /** Omits the form, which contains personal data. */
    @Override
    public String toString() {
        return "ClaimedImportRow[" + row.id() + "]";
    }
}
