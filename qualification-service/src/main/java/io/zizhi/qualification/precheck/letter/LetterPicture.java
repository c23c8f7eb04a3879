package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.DocumentChecks;
import io.zizhi.qualification.precheck.LetterFacts;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.List;

/** The picture of the sealed letter is there, belongs to the account, is of the right kind and is clean. */
@Singleton
public class LetterPicture implements LetterRule {

    @Override
    public List<RuleCode> codes() {
        return DocumentChecks.CODES;
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return DocumentChecks.judge(form.documents(), facts.documents(), facts.scanRequired());
    }
}
