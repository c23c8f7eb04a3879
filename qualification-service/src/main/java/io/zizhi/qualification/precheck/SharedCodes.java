package io.zizhi.qualification.precheck;

/** The codes that rules of forms and rules of letters have in common. */
public final class SharedCodes {

    public static final RuleCode ACCOUNT_NOT_VERIFIED = new RuleCode(
            "ACCOUNT_NOT_VERIFIED", "账号尚未完成实名认证，请联系运营方。", "The account has not been verified yet: ask the operator.");

    public static final RuleCode USCC_INVALID = new RuleCode(
            "USCC_INVALID",
            "统一社会信用代码须为 18 位且校验位正确，请对照证件重新填写。",
            "The unified social credit code has 18 characters, the last of which checks the others: compare it with the certificate.");

    public static final RuleCode FIELD_REQUIRED = new RuleCode("FIELD_REQUIRED", "请填写此项。", "Fill in this field.");

    private SharedCodes() {}
}
