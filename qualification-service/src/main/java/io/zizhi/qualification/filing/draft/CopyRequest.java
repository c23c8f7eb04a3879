package io.zizhi.qualification.filing.draft;

import io.zizhi.qualification.form.FormPart;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the copy of a qualification and selects what it contains.
 *
 * @param name label of the new qualification
 * @param parts parts that are prefilled; by default all. Purpose, owner type and remark are always copied
 */
public record CopyRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Text(max = QualificationForm.MAX_NAME)
        String name,

        @Size(max = 5, message = "TOO_MANY_PARTS") @Nullable Set<@NotNull(message = "FIELD_REQUIRED") FormPart> parts) {

    /** Returns the form of the copy of an approved form. */
    QualificationForm copyOf(QualificationForm approved) {
        return approved.copied(name, parts == null ? EnumSet.allOf(FormPart.class) : parts);
    }
}
