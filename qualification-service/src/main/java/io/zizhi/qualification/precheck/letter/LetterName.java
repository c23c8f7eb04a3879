package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.standard.NameSyntax;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks that the name of a letter has only Han characters, letters and digits, and is unique in the account. */
@Singleton
public class LetterName implements LetterRule {

    static final RuleCode LETTER_NAME_INVALID = new RuleCode(
            "LETTER_NAME_INVALID",
            "授权委托书名称须为 1–100 个汉字、英文字母或数字，不能含符号或空格，不能全为数字。",
            "Use 1 to 100 Han characters, English letters or digits, without symbols or spaces, and not digits only.");

    static final RuleCode LETTER_NAME_TAKEN = new RuleCode(
            "LETTER_NAME_TAKEN",
            "本账号下已有名称相同或字形相近的授权委托书，请修改名称。",
            "The account already has a letter with this or a similar-looking name: choose another name.");

    @Override
    public List<RuleCode> codes() {
        return List.of(LETTER_NAME_INVALID, LETTER_NAME_TAKEN);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return List.of(
                LETTER_NAME_INVALID.check(NameSyntax.isLabel(form.name()), "/name"),
                LETTER_NAME_TAKEN.check(!facts.nameTaken(), "/name"));
    }
}
