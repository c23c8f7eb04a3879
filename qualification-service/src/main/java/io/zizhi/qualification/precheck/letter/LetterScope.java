package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.standard.SignatureName;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks each signature name in the scope of the letter and reports duplicates, including similar-looking names. */
@Singleton
public class LetterScope implements LetterRule {

    public static final RuleCode SIGN_NAME_INVALID = new RuleCode(
            "SIGN_NAME_INVALID",
            "签名须为 2–12 个汉字、英文字母或数字，不能全为数字，不能含符号、空格、括号，也不能含“测试”或“test”一词。",
            "Use 2 to 12 Han characters, English letters or digits. A signature must not be digits only, and must not contain symbols, spaces, brackets, or the word \"测试\" or \"test\".");

    static final RuleCode SIGN_NAME_REPEATED = new RuleCode(
            "SIGN_NAME_REPEATED",
            "签名重复或形似，请删除其一。",
            "The signature is listed twice or looks like another one: remove one of them.");

    @Override
    public List<RuleCode> codes() {
        return List.of(SIGN_NAME_INVALID, SIGN_NAME_REPEATED);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < form.signatureNames().size(); index++) {
            String name = form.signatureNames().get(index);
            String pointer = "/signatureNames/" + index;
            outcomes.add(
                    seen.add(new WrittenName(name).skeleton())
                            ? SIGN_NAME_INVALID.check(SignatureName.isValid(name), pointer)
                            : SIGN_NAME_REPEATED.failed(pointer));
        }
        return outcomes;
    }
}
