package io.zizhi.qualification.model.qualification;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.QualificationForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Protects the fields that cannot change after the first submission: name, purpose and credit code. */
final class FixedFields {

    private FixedFields() {}

    /** Fails with 422 and a pointer to each field that {@code form} changes. */
    static void require(Qualification qualification, @Nullable String creditCode, QualificationForm form) {
        List<Violation> violations = new ArrayList<>();
        require(violations, "/name", qualification.name().equals(form.name()));
        require(violations, "/purpose", qualification.purpose() == form.purpose());
        require(violations, "/company/creditCode", form.creditCode().equals(Optional.ofNullable(creditCode)));
        if (!violations.isEmpty()) {
            throw Problems.unprocessable(
                    "FIELD_FIXED",
                    "Some fields cannot be changed after the first submission. File a new qualification instead.",
                    violations);
        }
    }

    private static void require(List<Violation> violations, String pointer, boolean same) {
        if (!same) {
            violations.add(new Violation(
                    pointer,
                    "FIELD_FIXED",
                    "Cannot be changed after the first submission. If it is wrong, file a new qualification."));
        }
    }
}
