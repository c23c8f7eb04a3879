package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.PersonHash;
import io.zizhi.qualification.account.VerifiedPerson;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks for own use (自用) by a person that the administrator is the verified person of the account. */
@Singleton
public class SelfUseMatchesPerson implements Rule {

    static final RuleCode PERSON_MISMATCH = new RuleCode(
            "PERSON_MISMATCH",
            "个人自用资质的姓名和证件号码须与账号实名本人一致，请填写本人信息。",
            "For own use by a person, name and id number must be those of the verified person of the account: enter your own.");

    private static final String POINTER = "/administrator";

    private final PersonHash hash;

    public SelfUseMatchesPerson(PersonHash hash) {
        this.hash = hash;
    }

    @Override
    public List<RuleCode> codes() {
        return List.of(PERSON_MISMATCH, SharedCodes.PERSON_NOT_COMPARED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Administrator administrator = form.administrator();
        if (form.purpose() != Purpose.SELF || administrator == null) {
            return List.of();
        }
        return facts.identity().filter(identity -> identity.kind() == AccountKind.PERSON).stream()
                .flatMap(identity -> compare(identity.person(), administrator).stream())
                .toList();
    }

    private List<Outcome> compare(@Nullable VerifiedPerson person, Administrator administrator) {
        if (person == null) {
            return List.of(SharedCodes.PERSON_NOT_COMPARED.unknown(POINTER));
        }
        List<Outcome> outcomes = new ArrayList<>();
        PersonName name = administrator.name();
        if (name != null && !name.reveal().isBlank()) {
            outcomes.add(PERSON_MISMATCH.check(person.isNamed(name, hash), POINTER + "/name"));
        }
        IdNumber number = administrator.idNumber();
        if (number != null && !number.reveal().isBlank()) {
            outcomes.add(PERSON_MISMATCH.check(person.hasIdNumber(number, hash), POINTER + "/idNumber"));
        }
        return outcomes;
    }
}
