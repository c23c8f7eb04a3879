package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.Particulars;
import java.util.List;

/** One thing that a form must keep to. Pure: the same form and facts always give the same outcome. */
public interface Rule {

    /** Every code this rule can answer with; the catalogue is made of them. */
    List<RuleCode> codes();

    /**
     * One outcome per place that was looked at. A place that is not filled in is passed over: that it is missing is for
     * {@code RequiredFields} alone to say.
     */
    List<Outcome> judge(Particulars form, Facts facts);
}
