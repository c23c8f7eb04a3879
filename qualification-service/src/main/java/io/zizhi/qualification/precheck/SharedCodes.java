package io.zizhi.qualification.precheck;

/** The codes that rules of forms and rules of letters have in common. */
public final class SharedCodes {

    public static final RuleCode ACCOUNT_NOT_VERIFIED = new RuleCode(
            "ACCOUNT_NOT_VERIFIED", "账号尚未完成实名认证，请联系运营方。", "The account has not been verified yet: ask the operator.");

    public static final RuleCode USCC_INVALID = new RuleCode(
            "USCC_INVALID",
            "统一社会信用代码须为 18 位且校验位正确，请对照证件重新填写。",
            "The unified social credit code has 18 characters, the last of which checks the others: compare it with the certificate.");

    public static final RuleCode NAME_CHARACTER_INVALID = new RuleCode(
            "NAME_CHARACTER_INVALID",
            "名称或姓名中有不可见字符、控制书写方向的字符、未定义或自造字符，或部首等形似汉字的字符，请重新输入。",
            "The name has a character that is invisible, changes the direction of writing, is unassigned or private, or is a second code for a Han character, such as a radical: type it again.");

    public static final RuleCode COMPANY_NAME_CONFUSABLE = new RuleCode(
            "COMPANY_NAME_CONFUSABLE",
            "企业名称与账号实名主体的名称形似但不相同，请对照证件改正。",
            "The company name looks like the name that the account was verified with but is not the same: copy it from the certificate.");

    public static final RuleCode FIELD_REQUIRED = new RuleCode("FIELD_REQUIRED", "请填写此项。", "Fill in this field.");

    private SharedCodes() {}
}
