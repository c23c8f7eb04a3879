package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Checks that the image of the sealed letter exists, belongs to the account, has the right kind and passed the malware
 * scan.
 */
@Singleton
public class LetterPicture implements LetterRule {

    @Override
    public List<RuleCode> codes() {
        return DocumentChecks.LETTER_CODES;
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return DocumentChecks.judge(form.documents(), facts.documents(), facts.scanRequired());
    }
}
