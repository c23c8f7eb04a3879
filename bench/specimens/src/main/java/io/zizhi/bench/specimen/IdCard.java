package io.zizhi.bench.specimen;

import java.awt.Color;
import java.time.LocalDate;

/** Draws both sides of a resident identity card, 300 dots per inch. */
final class IdCard {

    private static final int WIDTH = 1012;
    private static final int HEIGHT = 638;
    private static final Color PAPER = new Color(0xE9F1F4);
    private static final Color LABEL = new Color(0x3A7CA5);

    /** Size of labels and of values. */
    private static final int SMALL = 28;

    private static final int LARGE = 34;

    private static final int LABELS = 76;
    private static final int VALUES = 176;

    /** Number of characters in a line of an address. */
    private static final int ADDRESS_WIDTH = 11;

    private IdCard() {}

    static Sheet portrait(Words words, Typeface typeface) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, PAPER, typeface);
        LocalDate birthday = words.dayBetween(1950, 2005);
        boolean isFemale = words.chance(0.5);
        String name = words.personName();
        String ethnicity = words.ethnicity();
        String address = words.address();
        String number = words.idNumber(birthday, isFemale);

        label(sheet, "姓名", LABELS, 96);
        sheet.write(name, LARGE + 4, VALUES, 96);
        label(sheet, "性别", LABELS, 168);
        sheet.write(isFemale ? "女" : "男", LARGE, VALUES, 168);
        label(sheet, "民族", 290, 168);
        sheet.write(ethnicity, LARGE, 376, 168);
        label(sheet, "出生", LABELS, 240);
        int end = sheet.write(Integer.toString(birthday.getYear()), LARGE, VALUES, 240);
        label(sheet, "年", end + 14, 240);
        end = sheet.write(Integer.toString(birthday.getMonthValue()), LARGE, end + 66, 240);
        label(sheet, "月", end + 14, 240);
        end = sheet.write(Integer.toString(birthday.getDayOfMonth()), LARGE, end + 60, 240);
        label(sheet, "日", end + 14, 240);
        label(sheet, "住址", LABELS, 316);
        sheet.wrap(address, LARGE, ADDRESS_WIDTH, VALUES, 316);
        label(sheet, "公民身份号码", LABELS, 560);
        sheet.write(number, LARGE + 6, 4, 340, 562, Color.BLACK);
        sheet.portrait(660, 90, 280, 350);

        sheet.field("name", name);
        sheet.field("sex", isFemale ? "女" : "男");
        sheet.field("ethnicity", ethnicity);
        sheet.field("birthDate", birthday.toString());
        sheet.field("address", address);
        sheet.field("idNumber", number);
        return sheet;
    }

    static Sheet emblem(Words words, Typeface typeface) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, new Color(0xF0EFF0), typeface);
        String authority = words.policeBranch();
        Validity validity = Validity.of(words);

        sheet.seal(160, 150, 90);
        sheet.write("中华人民共和国", 62, 14, 330, 130, Color.DARK_GRAY);
        sheet.write("居民身份证", 84, 22, 320, 260, Color.DARK_GRAY);
        label(sheet, "签发机关", 220, 500);
        sheet.write(authority, LARGE, 380, 500);
        label(sheet, "有效期限", 220, 570);
        sheet.write(validity.dotted("-"), LARGE, 380, 570);

        sheet.field("authority", authority);
        validity.record(sheet);
        return sheet;
    }

    private static void label(Sheet sheet, String text, int x, int y) {
        sheet.write(text, SMALL, 2, x, y, LABEL);
    }
}
