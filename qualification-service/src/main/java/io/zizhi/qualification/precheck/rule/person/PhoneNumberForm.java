package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.MobileNumber;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Checks that the administrator's phone is a mobile number of mainland China. */
@Singleton
public class PhoneNumberForm implements Rule {

    static final RuleCode PHONE_INVALID =
            new RuleCode("PHONE_INVALID", "请填写中国大陆 11 位手机号码。", "Enter an 11-digit mobile number of mainland China.");

    @Override
    public List<RuleCode> codes() {
        return List.of(PHONE_INVALID);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return Optional.ofNullable(form.administrator())
                .map(Administrator::phone)
                .map(Phone::reveal)
                .filter(phone -> !phone.isBlank())
                .map(phone -> PHONE_INVALID.check(MobileNumber.normalised(phone).isPresent(), "/administrator/phone"))
                .stream()
                .toList();
    }
}
