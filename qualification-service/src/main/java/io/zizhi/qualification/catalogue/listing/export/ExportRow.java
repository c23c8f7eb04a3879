package io.zizhi.qualification.catalogue.listing.export;

import io.zizhi.qualification.catalogue.listing.query.QualificationSummaryView;
import io.zizhi.qualification.form.QualificationForm;

/**
 * A qualification in the exported list.
 *
 * @param view its entry in the list
 * @param form the form of the revision shown
 */
record ExportRow(QualificationSummaryView view, QualificationForm form) {

    /** Omits the form, which contains personal data. */
    @Override
    public String toString() {
        return "ExportRow[" + view.id() + "]";
    }
}
