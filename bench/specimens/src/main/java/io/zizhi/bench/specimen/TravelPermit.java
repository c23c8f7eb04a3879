package io.zizhi.bench.specimen;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Draws the side with the portrait of a mainland travel permit, form of 2013. */
final class TravelPermit {

    private static final int LABELS = 370;
    private static final int VALUES = 500;
    private static final Color LABEL = new Color(0x50585F);

    private TravelPermit() {}

    static Sheet draw(Words words, Typeface typeface) {
        Sheet sheet = new Sheet(1012, 638, new Color(0xE6EEF7), typeface);
        String name = words.personName();
        LocalDate birthday = words.dayBetween(1950, 2005);
        Validity validity = limited(Validity.of(words));
        String number = words.permitNumber();

        sheet.write("港澳居民来往内地通行证", 46, 2, 330, 90, new Color(0x1F3A5F));
        sheet.portrait(60, 140, 260, 340);
        label(sheet, "姓名", 190);
        sheet.write(name, 36, VALUES, 190);
        label(sheet, "出生日期", 270);
        int end = sheet.write(DateTimeFormatter.ofPattern("yyyy.MM.dd").format(birthday), 30, VALUES + 20, 270);
        sheet.write("性别", 26, 2, end + 40, 270, LABEL);
        sheet.write(words.chance(0.5) ? "女" : "男", 30, end + 120, 270);
        label(sheet, "有效期限", 345);
        sheet.write(validity.dotted(" - "), 30, VALUES + 20, 345);
        label(sheet, "签发机关", 420);
        sheet.write("中华人民共和国出入境管理局", 30, VALUES + 20, 420);
        label(sheet, "证件号码", 560);
        sheet.write(number, 44, 4, VALUES + 20, 562, Color.BLACK);

        sheet.field("name", name);
        sheet.field("number", number);
        validity.record(sheet);
        return sheet;
    }

    /** Permits always have an end. */
    private static Validity limited(Validity validity) {
        return validity.isLongTerm()
                ? new Validity(validity.first(), validity.first().plusYears(10))
                : validity;
    }

    private static void label(Sheet sheet, String text, int y) {
        sheet.write(text, 26, 2, LABELS, y, LABEL);
    }
}
