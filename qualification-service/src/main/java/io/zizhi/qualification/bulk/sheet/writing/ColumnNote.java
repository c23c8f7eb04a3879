package io.zizhi.qualification.bulk.sheet.writing;

import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetWords;
import io.zizhi.qualification.bulk.sheet.reading.SheetRow;

/**
 * How to fill in a column: the note at its header and the example below it in the template.
 *
 * @param chinese note in Chinese
 * @param english note in English
 * @param example example in Chinese
 * @param exampleEnglish example in English
 */
record ColumnNote(String chinese, String english, String example, String exampleEnglish) {

    private static final String DAY_ZH = "写成 2026-11-25；长期有效写“长期”。";
    private static final String DAY_EN = "Such as 2026-11-25; “long-term” if it has no end.";
    private static final String FILE_ZH = "先上传文件，再填写文件名或文件 ID。";
    private static final String FILE_EN = "Upload the file first, then enter its file name or its id.";
    private static final String IMAGE_ZH = FILE_ZH + "管理员的照片必填；企业核验不通过时，法定代表人的照片也必填。";
    private static final String IMAGE_EN = FILE_EN
            + " Required for the administrator, and for the legal representative if the company register does not confirm"
            + " the company.";

    static ColumnNote of(SheetColumn column) {
        return switch (column) {
            case NAME ->
                note(
                        "必填。本账号内不能重名，最多 100 个汉字、字母或数字。以【示例】开头的行不会提交。",
                        "Required and unique in the account: at most 100 Han characters, letters or digits. A row that begins"
                                + " with [Example] is not submitted.",
                        SheetRow.EXAMPLE_MARKS.getFirst() + "星河科技短信",
                        "[Example] Galaxy");
            case PURPOSE -> word("必填。请从下拉列表选择。", "Required. Choose from the list.", column);
            case OWNER_TYPE -> word("必填。请从下拉列表选择。", "Required. Choose from the list.", column);
            case REMARK -> note("选填。给审核员的说明，最多 500 字。", "Optional. For the reviewer, at most 500 characters.", "", "");
            case COMPANY_NAME -> note("与证件一致的全称。", "Full name as on the certificate.", "星河示例科技有限公司", "星河示例科技有限公司");
            case CREDIT_CODE -> note("18 位。", "18 characters.", "91330100MA00000000", "91330100MA00000000");
            case CERTIFICATE_KIND -> word("请从下拉列表选择。", "Choose from the list.", column);
            case CERTIFICATE_DOCUMENT -> note(FILE_ZH, FILE_EN, "营业执照.jpg", "licence.jpg");
            case CERTIFICATE_FROM, LEGAL_REPRESENTATIVE_FROM, ADMINISTRATOR_FROM ->
                note(DAY_ZH, DAY_EN, "2020-01-01", "2020-01-01");
            case CERTIFICATE_TO -> note(DAY_ZH, DAY_EN, "长期", "long-term");
            case LEGAL_REPRESENTATIVE_TO, ADMINISTRATOR_TO -> note(DAY_ZH, DAY_EN, "2040-01-01", "2040-01-01");
            case LEGAL_REPRESENTATIVE_NAME -> note("与证件一致。", "As on the ID document.", "李示例", "李示例");
            case ADMINISTRATOR_NAME -> note("与证件一致。", "As on the ID document.", "王示例", "王示例");
            case LEGAL_REPRESENTATIVE_ID_TYPE, ADMINISTRATOR_ID_TYPE ->
                word("请从下拉列表选择。", "Choose from the list.", column);
            case LEGAL_REPRESENTATIVE_ID_NUMBER, ADMINISTRATOR_ID_NUMBER ->
                note(
                        "请保持单元格为文本格式，否则超过 15 位的数字会丢失。",
                        "Keep the text format of the cell; numbers lose digits after the 15th.",
                        "11010119900101001X",
                        "11010119900101001X");
            case LEGAL_REPRESENTATIVE_EMBLEM -> note(IMAGE_ZH, IMAGE_EN, "李示例国徽面.jpg", "li-emblem.jpg");
            case LEGAL_REPRESENTATIVE_PORTRAIT -> note(IMAGE_ZH, IMAGE_EN, "李示例人像面.jpg", "li-portrait.jpg");
            case ADMINISTRATOR_EMBLEM -> note(IMAGE_ZH, IMAGE_EN, "王示例国徽面.jpg", "wang-emblem.jpg");
            case ADMINISTRATOR_PORTRAIT -> note(IMAGE_ZH, IMAGE_EN, "王示例人像面.jpg", "wang-portrait.jpg");
            case PHONE ->
                note(
                        "中国大陆手机号，须验证。",
                        "A mobile number of mainland China; must be verified.",
                        "13900001234",
                        "13900001234");
            case PHONE_VERIFICATION ->
                note("选填。留空时，验证手机号后系统会自动填入。", "Optional. If empty, it is found once the phone is verified.", "", "");
            case LETTER -> note("他用时必填：授权委托书的编号。", "Required for third-party use: number of the letter.", "", "");
            case MORE_MATERIAL ->
                note(
                        "选填。" + FILE_ZH + "最多 10 个，用分号分隔。",
                        "Optional. " + FILE_EN + " At most 10, separated by semicolons.",
                        "",
                        "");
            case RESULT ->
                note("由系统填写。“已提交”的行再次上传时会跳过。", "Filled in by the system. Submitted rows are skipped.", "", "");
            case ADVICE -> note("由系统填写，再次上传时忽略。", "Filled in by the system; ignored when uploaded.", "", "");
        };
    }

    private static ColumnNote note(String chinese, String english, String example, String exampleEnglish) {
        return new ColumnNote(chinese, english, example, exampleEnglish);
    }

    private static ColumnNote word(String chinese, String english, SheetColumn column) {
        SheetWords words = column.words().orElseThrow();
        return new ColumnNote(
                chinese, english, words.chinese().getFirst(), words.english().getFirst());
    }
}
