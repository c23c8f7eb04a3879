package io.zizhi.qualification.bulk.sheet;

import io.zizhi.qualification.form.QualificationForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row converted to a form.
 *
 * @param number row number
 * @param form the form; null if the row could not be converted
 * @param findings the reasons why it could not be converted
 */
public record RowForm(int number, @Nullable QualificationForm form, List<RowFinding> findings) {

    public RowForm {
        findings = List.copyOf(findings);
    }
}
