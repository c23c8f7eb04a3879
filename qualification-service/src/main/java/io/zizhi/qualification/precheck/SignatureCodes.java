package io.zizhi.qualification.precheck;

import java.util.List;

/** The codes that only signatures are answered with; they stand in the catalogue beside those of forms and letters. */
public final class SignatureCodes {

    public static final RuleCode QUALIFICATION_NOT_IN_FORCE = new RuleCode(
            "QUALIFICATION_NOT_IN_FORCE",
            "资质尚未审核通过，不能用于签名。",
            "The qualification has no approved revision in force: have it approved first.");

    public static final RuleCode LETTER_NOT_APPROVED = new RuleCode(
            "LETTER_NOT_APPROVED", "授权委托书尚未审核通过。", "The letter has not been approved: have it approved first.");

    public static final RuleCode LETTER_SIGNATURE_SCOPE = new RuleCode(
            "LETTER_SIGNATURE_SCOPE",
            "签名不在授权委托书的授权范围内，请更换授权委托书。",
            "The signature is outside the scope of the letter: use a letter that lists it.");

    public static final RuleCode SIGNATURE_BOUND_ELSEWHERE = new RuleCode(
            "SIGNATURE_BOUND_ELSEWHERE",
            "该签名（或与其形似的签名）已绑定其他资质或授权委托书，请改用更换。",
            "The signature, or one that looks the same, is bound already: move or release it.");

    public static final List<RuleCode> ALL =
            List.of(QUALIFICATION_NOT_IN_FORCE, LETTER_NOT_APPROVED, LETTER_SIGNATURE_SCOPE, SIGNATURE_BOUND_ELSEWHERE);

    private SignatureCodes() {}
}
