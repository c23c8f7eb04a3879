package io.zizhi.qualification.bulk.sheet.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a sheet, in the order of the template. Each is one field of the form and has a header in either
 * language. {@link HeaderVariants} lists further accepted headers.
 */
public enum SheetColumn {
    NAME("name", "资质名称", "/name", Kind.TEXT),
    PURPOSE("purpose", "申请用途", "/purpose", SheetWords.PURPOSE),
    OWNER_TYPE("ownerType", "主体类型", "/ownerType", SheetWords.OWNER_TYPE),
    REMARK("remark", "备注", "/remark", Kind.TEXT),
    COMPANY_NAME("companyName", "企业名称", "/company/name", Kind.TEXT),
    CREDIT_CODE("creditCode", "统一社会信用代码", "/company/creditCode", Kind.CODE),
    CERTIFICATE_KIND("certificateKind", "证件类型", "/company/certificate/kind", SheetWords.CERTIFICATE_KIND),
    CERTIFICATE_DOCUMENT("certificateDocumentId", "证件文件", "/company/certificate/documentId", Kind.DOCUMENT),
    CERTIFICATE_FROM("certificateValidFrom", "证件有效期起", "/company/certificate/validFrom", Kind.DAY),
    CERTIFICATE_TO("certificateValidTo", "证件有效期止", "/company/certificate/validTo", Kind.DAY),
    LEGAL_REPRESENTATIVE_NAME("legalRepresentativeName", "法定代表人姓名", "/legalRepresentative/name", Kind.TEXT),
    LEGAL_REPRESENTATIVE_ID_TYPE(
            "legalRepresentativeIdType", "法定代表人证件类型", "/legalRepresentative/idType", SheetWords.ID_TYPE),
    LEGAL_REPRESENTATIVE_ID_NUMBER(
            "legalRepresentativeIdNumber", "法定代表人证件号码", "/legalRepresentative/idNumber", Kind.CODE),
    LEGAL_REPRESENTATIVE_FROM(
            "legalRepresentativeValidFrom", "法定代表人证件有效期起", "/legalRepresentative/validFrom", Kind.DAY),
    LEGAL_REPRESENTATIVE_TO("legalRepresentativeValidTo", "法定代表人证件有效期止", "/legalRepresentative/validTo", Kind.DAY),
    LEGAL_REPRESENTATIVE_EMBLEM(
            "legalRepresentativeEmblemDocumentId",
            "法定代表人证件国徽面文件",
            "/legalRepresentative/emblemDocumentId",
            Kind.DOCUMENT),
    LEGAL_REPRESENTATIVE_PORTRAIT(
            "legalRepresentativePortraitDocumentId",
            "法定代表人证件人像面文件",
            "/legalRepresentative/portraitDocumentId",
            Kind.DOCUMENT),
    ADMINISTRATOR_NAME("administratorName", "管理员姓名", "/administrator/name", Kind.TEXT),
    ADMINISTRATOR_ID_TYPE("administratorIdType", "管理员证件类型", "/administrator/idType", SheetWords.ID_TYPE),
    ADMINISTRATOR_ID_NUMBER("administratorIdNumber", "管理员证件号码", "/administrator/idNumber", Kind.CODE),
    ADMINISTRATOR_FROM("administratorValidFrom", "管理员证件有效期起", "/administrator/validFrom", Kind.DAY),
    ADMINISTRATOR_TO("administratorValidTo", "管理员证件有效期止", "/administrator/validTo", Kind.DAY),
    ADMINISTRATOR_EMBLEM(
            "administratorEmblemDocumentId", "管理员证件国徽面文件", "/administrator/emblemDocumentId", Kind.DOCUMENT),
    ADMINISTRATOR_PORTRAIT(
            "administratorPortraitDocumentId", "管理员证件人像面文件", "/administrator/portraitDocumentId", Kind.DOCUMENT),
    PHONE("administratorPhone", "管理员手机号", "/administrator/phone", Kind.CODE),
    PHONE_VERIFICATION("phoneVerificationId", "手机验证 ID", "/administrator/phoneVerificationId", Kind.CODE),
    LETTER("letterId", "授权委托书 ID", "/letterId", Kind.NUMBER),
    MORE_MATERIAL("moreMaterial", "更多资料文件", "/moreMaterial", Kind.DOCUMENTS),

    /** Result of a row in a result sheet. A row that was submitted already is skipped. */
    RESULT("result", "处理结果", "", Kind.RESULT),

    /** Advice for a row in a result sheet; ignored when the sheet is uploaded. */
    ADVICE("advice", "修改建议", "", Kind.IGNORED);

    private final String english;
    private final String chinese;
    private final String pointer;
    private final Kind kind;
    private final @Nullable SheetWords words;

    SheetColumn(String english, String chinese, String pointer, Kind kind) {
        this(english, chinese, pointer, kind, null);
    }

    SheetColumn(String english, String chinese, String pointer, SheetWords words) {
        this(english, chinese, pointer, Kind.WORD, words);
    }

    SheetColumn(String english, String chinese, String pointer, Kind kind, @Nullable SheetWords words) {
        this.english = english;
        this.chinese = chinese;
        this.pointer = pointer;
        this.kind = kind;
        this.words = words;
    }

    /** Returns the columns of the template: all fields of the form. */
    public static List<SheetColumn> fields() {
        return Arrays.stream(values()).filter(SheetColumn::isField).toList();
    }

    /** Returns the column of a field, or of the closest enclosing field that has one. */
    public static Optional<SheetColumn> at(String pointer) {
        return fields().stream()
                .filter(column -> pointer.equals(column.pointer) || pointer.startsWith(column.pointer + "/"))
                .findFirst();
    }

    /** Returns whether its cells name documents. */
    public boolean isOfDocuments() {
        return kind == Kind.DOCUMENT || kind == Kind.DOCUMENTS;
    }

    private boolean isField() {
        return !pointer.isEmpty();
    }

    /** Returns the English header, which also names the column in responses. */
    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    public String pointer() {
        return pointer;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the accepted words; empty if the column accepts any text. */
    public Optional<SheetWords> words() {
        return Optional.ofNullable(words);
    }

    /** Returns all headers of the column: of the template, then the variants. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(chinese, english));
        headers.addAll(HeaderVariants.of(this));
        return headers;
    }

    /** The type of the cells in a column. */
    public enum Kind {
        TEXT,
        /** A code or number, stored without spaces and in half width. */
        CODE,
        /** One of a fixed set of words, in either language. */
        WORD,
        DAY,
        NUMBER,
        /** The id or the file name of a document. */
        DOCUMENT,
        /** Several ids or file names of documents, separated by semicolons, commas or line breaks. */
        DOCUMENTS,
        RESULT,
        IGNORED
    }
}
