package io.zizhi.qualification.bulk.sheet;

import java.util.Arrays;
import java.util.Optional;

/**
 * The columns of a sheet, in the order of the template. Each is one field of the form and has a header in either
 * language.
 */
public enum SheetColumn {
    NAME("name", "资质名称", "/name", Kind.TEXT),
    PURPOSE("purpose", "申请用途", "/purpose", Kind.WORD),
    OWNER_TYPE("ownerType", "主体类型", "/ownerType", Kind.WORD),
    REMARK("remark", "备注", "/remark", Kind.TEXT),
    COMPANY_NAME("companyName", "企业名称", "/company/name", Kind.TEXT),
    CREDIT_CODE("creditCode", "统一社会信用代码", "/company/creditCode", Kind.TEXT),
    CERTIFICATE_KIND("certificateKind", "证件类型", "/company/certificate/kind", Kind.WORD),
    CERTIFICATE_DOCUMENT("certificateDocumentId", "证件文件 ID", "/company/certificate/documentId", Kind.TEXT),
    CERTIFICATE_FROM("certificateValidFrom", "证件有效期起", "/company/certificate/validFrom", Kind.DAY),
    CERTIFICATE_TO("certificateValidTo", "证件有效期止", "/company/certificate/validTo", Kind.DAY),
    LEGAL_REPRESENTATIVE_NAME("legalRepresentativeName", "法定代表人姓名", "/legalRepresentative/name", Kind.TEXT),
    LEGAL_REPRESENTATIVE_ID_TYPE("legalRepresentativeIdType", "法定代表人证件类型", "/legalRepresentative/idType", Kind.WORD),
    LEGAL_REPRESENTATIVE_ID_NUMBER(
            "legalRepresentativeIdNumber", "法定代表人证件号码", "/legalRepresentative/idNumber", Kind.TEXT),
    LEGAL_REPRESENTATIVE_FROM(
            "legalRepresentativeValidFrom", "法定代表人证件有效期起", "/legalRepresentative/validFrom", Kind.DAY),
    LEGAL_REPRESENTATIVE_TO("legalRepresentativeValidTo", "法定代表人证件有效期止", "/legalRepresentative/validTo", Kind.DAY),
    LEGAL_REPRESENTATIVE_EMBLEM(
            "legalRepresentativeEmblemDocumentId",
            "法定代表人证件国徽面文件 ID",
            "/legalRepresentative/emblemDocumentId",
            Kind.TEXT),
    LEGAL_REPRESENTATIVE_PORTRAIT(
            "legalRepresentativePortraitDocumentId",
            "法定代表人证件人像面文件 ID",
            "/legalRepresentative/portraitDocumentId",
            Kind.TEXT),
    ADMINISTRATOR_NAME("administratorName", "管理员姓名", "/administrator/name", Kind.TEXT),
    ADMINISTRATOR_ID_TYPE("administratorIdType", "管理员证件类型", "/administrator/idType", Kind.WORD),
    ADMINISTRATOR_ID_NUMBER("administratorIdNumber", "管理员证件号码", "/administrator/idNumber", Kind.TEXT),
    ADMINISTRATOR_FROM("administratorValidFrom", "管理员证件有效期起", "/administrator/validFrom", Kind.DAY),
    ADMINISTRATOR_TO("administratorValidTo", "管理员证件有效期止", "/administrator/validTo", Kind.DAY),
    ADMINISTRATOR_EMBLEM(
            "administratorEmblemDocumentId", "管理员证件国徽面文件 ID", "/administrator/emblemDocumentId", Kind.TEXT),
    ADMINISTRATOR_PORTRAIT(
            "administratorPortraitDocumentId", "管理员证件人像面文件 ID", "/administrator/portraitDocumentId", Kind.TEXT),
    PHONE("administratorPhone", "管理员手机号", "/administrator/phone", Kind.TEXT),
    PHONE_VERIFICATION("phoneVerificationId", "手机验证 ID", "/administrator/phoneVerificationId", Kind.TEXT),
    LETTER("letterId", "授权委托书 ID", "/letterId", Kind.NUMBER),
    MORE_MATERIAL("moreMaterial", "更多资料文件 ID", "/moreMaterial", Kind.LIST);

    private final String english;
    private final String chinese;
    private final String pointer;
    private final Kind kind;

    SheetColumn(String english, String chinese, String pointer, Kind kind) {
        this.english = english;
        this.chinese = chinese;
        this.pointer = pointer;
        this.kind = kind;
    }

    /** Returns the column with that header. */
    static Optional<SheetColumn> headed(String header) {
        return Arrays.stream(values())
                .filter(column -> column.english.equalsIgnoreCase(header) || column.chinese.equals(header))
                .findFirst();
    }

    /** Returns the column of a field, or of the closest enclosing field that has one. */
    public static Optional<SheetColumn> at(String pointer) {
        return Arrays.stream(values())
                .filter(column -> pointer.equals(column.pointer) || pointer.startsWith(column.pointer + "/"))
                .findFirst();
    }

    /** Returns the English header, which also names the column in responses. */
    public String english() {
        return english;
    }

    String chinese() {
        return chinese;
    }

    String pointer() {
        return pointer;
    }

    Kind kind() {
        return kind;
    }

    /** The type of the cells in a column. */
    enum Kind {
        TEXT,
        /** One of a fixed set of words, in either language. */
        WORD,
        DAY,
        NUMBER,
        /** Several texts, separated by semicolons, commas or blanks. */
        LIST
    }
}
