package io.zizhi.qualification.filing.draft;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * Names the copy of a qualification.
 *
 * @param name label of the new qualification
 */
public record CopyRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Text(max = QualificationForm.MAX_NAME)
        String name) {}
