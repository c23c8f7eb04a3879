package io.zizhi.qualification.precheck.check;

import io.zizhi.qualification.precheck.RuleCode;

/** The codes used both by rules for forms and by rules for letters. */
public final class SharedCodes {

    public static final RuleCode ACCOUNT_NOT_VERIFIED = new RuleCode(
            "ACCOUNT_NOT_VERIFIED", "账号尚未完成实名认证，请联系运营方。", "The account is not verified yet: contact the operator.");

    public static final RuleCode USCC_INVALID = new RuleCode(
            "USCC_INVALID",
            "统一社会信用代码须为 18 位且校验位正确，请对照证件重新填写。",
            "The unified social credit code must have 18 characters and a correct check character: compare it with the certificate.");

    public static final RuleCode USCC_ORGANISATION_CODE_UNUSUAL = new RuleCode(
            "USCC_ORGANISATION_CODE_UNUSUAL",
            "统一社会信用代码第 9–17 位（主体标识码）的校验位不符，请对照证件核对；确与证件一致的不影响提交。",
            "The check character of characters 9 to 17 (organisation code) is unusual: compare the code with the certificate; if it is the same, this does not block the submission.");

    public static final RuleCode NAME_CHARACTER_INVALID = new RuleCode(
            "NAME_CHARACTER_INVALID",
            "名称或姓名中有不可见字符、控制书写方向的字符、未定义或自造字符，或部首等形似汉字的字符，请重新输入。",
            "The name contains an invisible, direction-changing, unassigned or private-use character, or a look-alike of a Han character such as a radical: type it again.");

    public static final RuleCode COMPANY_NAME_CONFUSABLE = new RuleCode(
            "COMPANY_NAME_CONFUSABLE",
            "企业名称与账号实名主体的名称形似但不相同，请对照证件改正。",
            "The company name looks like the verified name of the account but differs from it: copy it from the certificate.");

    public static final RuleCode PERSON_NOT_COMPARED = new RuleCode(
            "PERSON_NOT_COMPARED",
            "账号尚未登记实名本人的姓名和证件号码，无法核对。不影响提交，将由审核员核实。",
            "Name and id number of the verified person are not on record and cannot be compared. This does not block the submission; the reviewer checks them.");

    public static final RuleCode FIELD_REQUIRED = new RuleCode("FIELD_REQUIRED", "请填写此项。", "Fill in this field.");

    /** The same code at a field that takes a document. */
    public static final RuleCode DOCUMENT_REQUIRED =
            new RuleCode(FIELD_REQUIRED.code(), "请上传此项文件。", "Upload this document.");

    private SharedCodes() {}
}
