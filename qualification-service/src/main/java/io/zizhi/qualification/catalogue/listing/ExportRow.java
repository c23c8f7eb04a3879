package io.zizhi.qualification.catalogue.listing;

import io.zizhi.qualification.form.Particulars;

/**
 * A qualification in the exported list.
 *
 * @param view as the list shows it
 * @param form what the revision shown holds
 */
record ExportRow(QualificationSummaryView view, Particulars form) {

    /** Without the form. */
    @Override
    public String toString() {
        return "ExportRow[" + view.id() + "]";
    }
}
