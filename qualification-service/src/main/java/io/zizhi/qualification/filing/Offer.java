package io.zizhi.qualification.filing;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.problem.Violation;
import io.zizhi.qualification.form.Particulars;
import java.util.ArrayList;
import java.util.List;

/** What can be filed for at all: own use (自用) by a company or a public institution, for now. */
final class Offer {

    private Offer() {}

    /** 422 for what is not offered, so that nobody fills in a form that cannot be submitted. */
    static void require(Particulars form) {
        List<Violation> violations = new ArrayList<>();
        if (form.purpose() != Purpose.SELF) {
            violations.add(new Violation("/purpose", "PURPOSE_NOT_OFFERED", "Only SELF is offered."));
        }
        if (form.ownerType() == OwnerType.PERSON) {
            violations.add(new Violation(
                    "/ownerType", "OWNER_TYPE_NOT_OFFERED", "Only COMPANY and PUBLIC_INSTITUTION are offered."));
        }
        if (!violations.isEmpty()) {
            throw Problems.unprocessable("NOT_OFFERED", "This cannot be filed for here.", violations);
        }
    }
}
