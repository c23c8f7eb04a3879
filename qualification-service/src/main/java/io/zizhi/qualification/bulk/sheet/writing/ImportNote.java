package io.zizhi.qualification.bulk.sheet.writing;

import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import java.util.stream.Stream;

/** Notes and examples of the columns in the template of an import. */
final class ImportNote {

    private static final String DAY_ZH = "写成 2026-11-25。";
    private static final String DAY_EN = "Such as 2026-11-25.";
    private static final ColumnNote DOCUMENT = new ColumnNote(
            "选填。填写该账号已上传文件的 ID，不能填写文件名。",
            "Optional. The id of a document that the account has uploaded; file names are not accepted.",
            "",
            "");
    private static final ColumnNote LETTER =
            new ColumnNote("选填。该账号已审核通过的授权委托书的编号。", "Optional. Number of an approved letter of the account.", "", "");

    private ImportNote() {}

    /** Returns the columns of the form in the template. A phone verification is never imported. */
    static Stream<SheetColumn> fields() {
        return SheetColumn.fields().stream().filter(column -> column != SheetColumn.PHONE_VERIFICATION);
    }

    static ColumnNote of(ImportColumn column) {
        return switch (column) {
            case ACCOUNT ->
                note(
                        "必填。资质所属账号的 ID，账号须已完成身份认证。",
                        "Required. The account that will own the qualification; it must have a verified identity.",
                        "company-a");
            case SOURCE_SYSTEM ->
                note(
                        "必填。原审批系统的名称，最多 100 个字符。",
                        "Required. The system that approved it, at most 100 characters.",
                        "legacy-portal");
            case SOURCE_REFERENCE ->
                note(
                        "必填。在原系统中的编号，最多 100 个字符；同一账号不能重复导入。",
                        "Required. Its number in that system, at most 100 characters. An account has each number once.",
                        "ZZ-2025-0001");
            case APPROVED_ON -> note("必填。" + DAY_ZH, "Required. " + DAY_EN, "2025-06-01");
            case VALID_UNTIL ->
                note("选填。长期有效请留空。" + DAY_ZH, "Optional. Leave empty if the approval does not end. " + DAY_EN, "");
        };
    }

    static ColumnNote of(SheetColumn column) {
        return switch (column) {
            case LETTER -> LETTER;
            case PHONE -> {
                ColumnNote note = ColumnNote.of(column);
                yield new ColumnNote(
                        "中国大陆手机号，导入时不验证。",
                        "A mobile number of mainland China; an import does not verify it.",
                        note.example(),
                        note.exampleEnglish());
            }
            default ->
                switch (column.kind()) {
                    case DOCUMENT, DOCUMENTS -> DOCUMENT;
                    default -> ColumnNote.of(column);
                };
        };
    }

    private static ColumnNote note(String chinese, String english, String example) {
        return new ColumnNote(chinese, english, example, example);
    }
}
