package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import java.util.List;

/** A rule for authorization letters. Pure, like {@link Rule}. */
public interface LetterRule {

    /** Returns all codes that this rule can produce; the catalogue is built from them. */
    List<RuleCode> codes();

    /**
     * Returns one outcome per checked field. Empty fields are skipped: only {@code LetterRequiredFields} reports them.
     */
    List<Outcome> judge(LetterForm form, LetterFacts facts);
}
