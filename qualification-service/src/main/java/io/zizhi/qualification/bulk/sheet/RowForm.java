package io.zizhi.qualification.bulk.sheet;

import io.zizhi.qualification.form.Particulars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as a form.
 *
 * @param number of the row
 * @param form what it says; null where it cannot be drafted
 * @param findings why not
 */
public record RowForm(int number, @Nullable Particulars form, List<RowFinding> findings) {

    public RowForm {
        findings = List.copyOf(findings);
    }
}
