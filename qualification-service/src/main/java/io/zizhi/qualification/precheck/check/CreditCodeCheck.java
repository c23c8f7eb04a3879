package io.zizhi.qualification.precheck.check;

import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.Outcome;

/** Checks one credit code in a form or a letter. */
public final class CreditCodeCheck {

    private CreditCodeCheck() {}

    /** Returns the result for {@code code}: an unusual organisation code only warns, because some codes have one. */
    public static Outcome of(String code, String pointer) {
        if (!CreditCode.isValid(code)) {
            return SharedCodes.USCC_INVALID.failed(pointer);
        }
        return CreditCode.hasUsualOrganisationCode(code)
                ? SharedCodes.USCC_INVALID.passed(pointer)
                : SharedCodes.USCC_ORGANISATION_CODE_UNUSUAL.warning(pointer);
    }
}
