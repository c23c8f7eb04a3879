package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Checks that each document of the form exists, belongs to the account, has the right kind and passed the malware scan.
 * Warns about black-and-white pictures, which need the red seal of the company.
 */
@Singleton
public class DocumentsUsable implements Rule {

    @Override
    public List<RuleCode> codes() {
        return DocumentChecks.CODES;
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return DocumentChecks.judge(form.documents(), facts.documents(), facts.scanRequired());
    }
}
