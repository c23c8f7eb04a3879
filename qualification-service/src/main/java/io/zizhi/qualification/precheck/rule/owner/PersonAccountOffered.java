package io.zizhi.qualification.precheck.rule.owner;

import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.PersonOfferConfig;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks whether the operator accepts applications from accounts verified as a person. */
@Singleton
public class PersonAccountOffered implements Rule {

    static final RuleCode PERSON_SELF_NOT_OFFERED = new RuleCode(
            "PERSON_SELF_NOT_OFFERED",
            "本平台暂不受理个人自用资质，请完成企业实名认证后再申请。",
            "This platform does not accept own use by persons: get the account verified as a company first.");

    static final RuleCode PERSON_THIRD_PARTY_NOT_OFFERED = new RuleCode(
            "PERSON_THIRD_PARTY_NOT_OFFERED",
            "本平台暂不受理个人账号的他用资质，请由企业实名账号申请。",
            "This platform does not accept third-party applications by persons: use an account verified as a company.");

    private final PersonOfferConfig config;

    public PersonAccountOffered(PersonOfferConfig config) {
        this.config = config;
    }

    @Override
    public List<RuleCode> codes() {
        return List.of(PERSON_SELF_NOT_OFFERED, PERSON_THIRD_PARTY_NOT_OFFERED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return facts.identity().filter(identity -> identity.kind() == AccountKind.PERSON).stream()
                .map(person -> form.purpose() == Purpose.SELF
                        ? PERSON_SELF_NOT_OFFERED.check(config.personSelf(), "/purpose")
                        : PERSON_THIRD_PARTY_NOT_OFFERED.check(config.personThirdParty(), "/purpose"))
                .toList();
    }
}
