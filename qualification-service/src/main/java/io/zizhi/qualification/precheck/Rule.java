package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.facts.Facts;
import java.util.List;

/** A rule for forms. Pure: the same form and facts always produce the same outcomes. */
public interface Rule {

    /** Returns all codes that this rule can produce; the catalogue is built from them. */
    List<RuleCode> codes();

    /** Returns one outcome per checked field. Empty fields are skipped: only {@code RequiredFields} reports them. */
    List<Outcome> judge(QualificationForm form, Facts facts);
}
