package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks that the administrator's phone is verified and the verification can still be used. */
@Singleton
public class PhoneVerified implements Rule {

    static final RuleCode ADMIN_PHONE_UNVERIFIED = new RuleCode(
            "ADMIN_PHONE_UNVERIFIED",
            "手机号暂时无法核验，请稍后重试。",
            "The phone verification cannot be checked at the moment: try again later.");

    static final RuleCode NOT_VERIFIED = new RuleCode(
            "PHONE_VERIFICATION_NOT_VERIFIED", "请输入发送到管理员手机的验证码。", "Enter the code sent to the administrator's phone.");

    static final RuleCode EXPIRED = new RuleCode(
            "PHONE_VERIFICATION_EXPIRED",
            "手机验证已过期，请重新获取验证码。",
            "The phone verification has expired: request a new code.");

    static final RuleCode USED = new RuleCode(
            "PHONE_VERIFICATION_USED",
            "该手机号的验证结果已用于此前的提交，请重新获取验证码。",
            "The phone verification was already used for a submission: request a new code.");

    static final RuleCode MISMATCH = new RuleCode(
            "PHONE_VERIFICATION_PHONE_MISMATCH",
            "验证的手机号与填写的手机号不一致，请重新验证。",
            "The verified number differs from the number in the form: verify the number in the form.");

    static final RuleCode NOT_FOUND = new RuleCode(
            "PHONE_VERIFICATION_NOT_FOUND",
            "未找到手机号验证记录，请重新获取验证码。",
            "The phone verification does not exist: request a new code.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ADMIN_PHONE_UNVERIFIED, NOT_VERIFIED, EXPIRED, USED, MISMATCH, NOT_FOUND);
    }

    private static final String POINTER = "/administrator/phoneVerificationId";

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return switch (facts.phone()) {
            case VERIFIED -> List.of(ADMIN_PHONE_UNVERIFIED.passed(POINTER));
            case NOT_VERIFIED -> List.of(NOT_VERIFIED.failed(POINTER));
            case EXPIRED -> List.of(EXPIRED.failed(POINTER));
            case USED -> List.of(USED.failed(POINTER));
            case PHONE_MISMATCH -> List.of(MISMATCH.failed("/administrator/phone"));
            case NOT_FOUND -> List.of(NOT_FOUND.failed(POINTER));
            case NOT_ASKED -> List.of();
            case UNKNOWN -> List.of(ADMIN_PHONE_UNVERIFIED.unknown(POINTER));
        };
    }
}
