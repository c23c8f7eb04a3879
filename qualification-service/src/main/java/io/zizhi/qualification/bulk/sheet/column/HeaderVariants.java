package io.zizhi.qualification.bulk.sheet.column;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Headers that a column accepts besides those of the template. {@link WrittenWord#headerKey} compares them. */
final class HeaderVariants {

    /** The header that asks with yes or no whether the purpose is own use. */
    static final String OWN_USE = "是否自用";

    private static final List<String> LEGAL_REPRESENTATIVE =
            List.of("法定代表人", "法人代表", "法人", "legal representative ", "legal rep ");
    private static final List<String> ADMINISTRATOR = List.of("管理员", "经办人", "administrator ", "admin ");

    private static final List<String> PERSON_NAME = List.of("姓名", "名字", "", "name");
    private static final List<String> ID_TYPE = List.of("证件类型", "证件种类", "id type", "id document type");
    private static final List<String> ID_NUMBER =
            List.of("证件号码", "证件号", "证件编号", "身份证号", "身份证号码", "身份证", "id number", "id no.");
    private static final List<String> VALID_FROM =
            List.of("证件有效期起", "证件起始日期", "证件开始日期", "证件生效日期", "证件有效期开始", "身份证有效期起", "valid from", "id valid from");
    private static final List<String> VALID_TO = List.of(
            "证件有效期止",
            "证件截止日期",
            "证件结束日期",
            "证件到期日",
            "证件到期日期",
            "证件有效期至",
            "证件有效期结束",
            "身份证有效期止",
            "valid to",
            "id valid to",
            "valid until");
    private static final List<String> EMBLEM = List.of(
            "证件国徽面文件 ID",
            "证件国徽面文件",
            "证件国徽面",
            "国徽面",
            "国徽面文件",
            "国徽面照片",
            "身份证国徽面",
            "emblem",
            "emblem document",
            "emblem file");
    private static final List<String> PORTRAIT = List.of(
            "证件人像面文件 ID",
            "证件人像面文件",
            "证件人像面",
            "人像面",
            "人像面文件",
            "人像面照片",
            "身份证人像面",
            "portrait",
            "portrait document",
            "portrait file");

    private HeaderVariants() {}

    static List<String> of(SheetColumn column) {
        return switch (column) {
            case NAME -> List.of("名称", "资质名", "资质", "qualification name", "qualification");
            case PURPOSE -> List.of("用途", "使用用途", "资质用途", "自用/他用", "自用他用", OWN_USE, "use");
            case OWNER_TYPE -> List.of("主体", "主体类别", "主体性质", "单位类型", "单位性质", "企业类型", "owner");
            case REMARK -> List.of("说明", "备注说明", "note", "notes", "remarks", "comment");
            case COMPANY_NAME ->
                List.of("企业", "公司", "公司名称", "公司名", "单位名称", "主体名称", "企业全称", "公司全称", "机构名称", "company", "organization");
            case CREDIT_CODE ->
                List.of("信用代码", "社会信用代码", "统一信用代码", "统一社会信用代码证号", "企业信用代码", "uscc", "unified social credit code");
            case CERTIFICATE_KIND ->
                List.of("证件种类", "企业证件类型", "主体证件类型", "证书类型", "资质证件类型", "certificate", "certificate type");
            case CERTIFICATE_DOCUMENT ->
                List.of(
                        "证件文件 ID",
                        "证件",
                        "证件照片",
                        "证件图片",
                        "营业执照",
                        "营业执照文件",
                        "营业执照照片",
                        "证书文件",
                        "企业证件文件",
                        "certificate document",
                        "certificate file");
            case CERTIFICATE_FROM ->
                List.of(
                        "证件起始日期",
                        "证件开始日期",
                        "证件生效日期",
                        "证件有效期开始",
                        "营业执照有效期起",
                        "有效期起",
                        "有效期开始",
                        "certificate from",
                        "valid from");
            case CERTIFICATE_TO ->
                List.of(
                        "证件截止日期",
                        "证件结束日期",
                        "证件到期日",
                        "证件到期日期",
                        "证件有效期至",
                        "证件有效期结束",
                        "营业执照有效期止",
                        "有效期止",
                        "有效期至",
                        "有效期结束",
                        "certificate to",
                        "valid to",
                        "valid until");
            case LEGAL_REPRESENTATIVE_NAME -> combined(LEGAL_REPRESENTATIVE, PERSON_NAME);
            case LEGAL_REPRESENTATIVE_ID_TYPE -> combined(LEGAL_REPRESENTATIVE, ID_TYPE);
            case LEGAL_REPRESENTATIVE_ID_NUMBER -> combined(LEGAL_REPRESENTATIVE, ID_NUMBER);
            case LEGAL_REPRESENTATIVE_FROM -> combined(LEGAL_REPRESENTATIVE, VALID_FROM);
            case LEGAL_REPRESENTATIVE_TO -> combined(LEGAL_REPRESENTATIVE, VALID_TO);
            case LEGAL_REPRESENTATIVE_EMBLEM -> combined(LEGAL_REPRESENTATIVE, EMBLEM);
            case LEGAL_REPRESENTATIVE_PORTRAIT -> combined(LEGAL_REPRESENTATIVE, PORTRAIT);
            case ADMINISTRATOR_NAME -> combined(ADMINISTRATOR, PERSON_NAME);
            case ADMINISTRATOR_ID_TYPE -> combined(ADMINISTRATOR, ID_TYPE);
            case ADMINISTRATOR_ID_NUMBER -> combined(ADMINISTRATOR, ID_NUMBER);
            case ADMINISTRATOR_FROM -> combined(ADMINISTRATOR, VALID_FROM);
            case ADMINISTRATOR_TO -> combined(ADMINISTRATOR, VALID_TO);
            case ADMINISTRATOR_EMBLEM -> combined(ADMINISTRATOR, EMBLEM);
            case ADMINISTRATOR_PORTRAIT -> combined(ADMINISTRATOR, PORTRAIT);
            case PHONE ->
                with(
                        combined(ADMINISTRATOR, List.of("手机号码", "手机", "电话", "联系电话", "mobile")),
                        List.of("手机号", "手机号码", "手机", "联系电话", "phone", "mobile", "admin phone", "phone number"));
            case PHONE_VERIFICATION -> List.of("手机验证", "手机验证编号", "手机号验证", "phone verification", "verification id");
            case LETTER ->
                List.of("授权委托书", "授权委托书编号", "授权委托书号", "委托书", "委托书编号", "授权书", "letter", "authorization letter");
            case MORE_MATERIAL ->
                List.of(
                        "更多资料",
                        "更多资料文件 ID",
                        "其他资料",
                        "其它资料",
                        "补充资料",
                        "附件",
                        "more material document ids",
                        "more documents",
                        "further material",
                        "attachments");
            case RESULT -> List.of("结果");
            case ADVICE -> List.of("建议");
        };
    }

    private static List<String> combined(List<String> persons, List<String> fields) {
        return persons.stream()
                .flatMap(person -> fields.stream()
                        .filter(field -> field.isEmpty() || isEnglish(field) == isEnglish(person))
                        .map(field -> (person + field).strip()))
                .toList();
    }

    private static boolean isEnglish(String text) {
        return text.charAt(0) < 0x80;
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>();
        Stream.of(some, more).forEach(all::addAll);
        return all;
    }
}
