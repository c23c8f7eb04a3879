package io.zizhi.qualification.precheck;

import java.util.List;

/** The codes used only for signatures. The catalogue lists them together with those of forms and letters. */
public final class SignatureCodes {

    public static final RuleCode QUALIFICATION_NOT_IN_FORCE = new RuleCode(
            "QUALIFICATION_NOT_IN_FORCE",
            "资质尚未审核通过，不能用于签名，请在审核通过后使用。",
            "The qualification is not approved: get it approved before using it for signatures.");

    public static final RuleCode QUALIFICATION_SUSPENDED = new RuleCode(
            "QUALIFICATION_SUSPENDED",
            "资质已被暂停使用，不能新增签名，请按暂停原因整改，恢复使用后再试。",
            "The qualification is suspended: resolve the reason of the suspension and wait until it is reinstated.");

    public static final RuleCode QUALIFICATION_REVOKED = new RuleCode(
            "QUALIFICATION_REVOKED",
            "资质已被撤销，不能新增签名，请修改资质并重新提交审核。",
            "The qualification is revoked: submit an amendment and get it approved.");

    public static final RuleCode LETTER_NOT_APPROVED = new RuleCode(
            "LETTER_NOT_APPROVED", "授权委托书尚未审核通过，请在审核通过后使用。", "The letter is not approved: get it approved first.");

    public static final RuleCode LETTER_SIGNATURE_SCOPE = new RuleCode(
            "LETTER_SIGNATURE_SCOPE",
            "签名不在授权委托书的授权范围内，请更换授权委托书。",
            "The letter does not list this signature: use a letter that lists it.");

    public static final RuleCode SIGNATURE_BOUND_ELSEWHERE = new RuleCode(
            "SIGNATURE_BOUND_ELSEWHERE",
            "该签名（或与其形似的签名）已绑定其他资质或授权委托书，请先更换绑定或解除绑定。",
            "This signature or a similar-looking one is already bound: move or release it.");

    public static final RuleCode IMPORTED_APPROVAL_EXPIRED = new RuleCode(
            "IMPORTED_APPROVAL_EXPIRED",
            "原系统的审批已过期，请修改资质并重新提交审核。",
            "The approval by the previous system has expired: submit an amendment for review.");

    public static final List<RuleCode> ALL = List.of(
            QUALIFICATION_NOT_IN_FORCE,
            QUALIFICATION_SUSPENDED,
            QUALIFICATION_REVOKED,
            LETTER_NOT_APPROVED,
            LETTER_SIGNATURE_SCOPE,
            SIGNATURE_BOUND_ELSEWHERE,
            IMPORTED_APPROVAL_EXPIRED);

    private SignatureCodes() {}
}
