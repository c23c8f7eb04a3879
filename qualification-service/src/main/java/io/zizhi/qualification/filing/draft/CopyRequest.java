package io.zizhi.qualification.filing.draft;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.form.Text;
import jakarta.validation.constraints.NotBlank;

/**
 * How the copy of a qualification is to be called.
 *
 * @param name label of the new qualification
 */
public record CopyRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Text(max = Particulars.MAX_NAME)
        String name) {}
