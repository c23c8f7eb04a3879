package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.NameSyntax;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Checks that a person's name has at most 50 characters, only letters and the usual separators. */
@Singleton
public class PersonNameForm implements Rule {

    static final RuleCode PERSON_NAME_INVALID = new RuleCode(
            "PERSON_NAME_INVALID",
            "姓名不超过 50 字，须与证件一致；可含间隔号“·”、空格、点号、连字符和撇号，不能含数字及其他符号。",
            "Copy the name from the id document: at most 50 characters. It may contain spaces, middle dots, full stops, hyphens and apostrophes, but no digits or other symbols.");

    @Override
    public List<RuleCode> codes() {
        return List.of(PERSON_NAME_INVALID);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.persons().stream()
                .flatMap(person -> Optional.ofNullable(person.name())
                        .map(PersonName::reveal)
                        .filter(name -> !name.isBlank())
                        .map(name -> PERSON_NAME_INVALID.check(
                                NameSyntax.isPerson(name.strip()), person.pointer() + "/name"))
                        .stream())
                .toList();
    }
}
