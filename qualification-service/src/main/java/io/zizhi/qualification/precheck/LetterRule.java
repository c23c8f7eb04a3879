package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.LetterForm;
import java.util.List;

/** One thing that an authorization letter must keep to. Pure, as {@link Rule} is. */
public interface LetterRule {

    /** Every code this rule can answer with; the catalogue is made of them. */
    List<RuleCode> codes();

    /** One outcome per place that was looked at; what is not filled in is for {@code LetterRequiredFields} alone. */
    List<Outcome> judge(LetterForm form, LetterFacts facts);
}
