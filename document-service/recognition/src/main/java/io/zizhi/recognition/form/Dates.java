package io.zizhi.recognition.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days in text, such as 2015.06.30, 2015年6月30日 or 20150630. */
final class Dates {

    private static final Pattern DAY = Pattern.compile("([12]\\d{3})\\D?(\\d{1,2})\\D?(\\d{1,2})");

    private static final int MONTHS = 12;

    private Dates() {}

    /** Returns the days from left to right. Skips days that do not exist. */
    static List<LocalDate> in(String text) {
        List<LocalDate> days = new ArrayList<>();
        Matcher matcher = DAY.matcher(Letters.toDigits(text));
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group(1));
            int month = Integer.parseInt(matcher.group(2));
            int day = Integer.parseInt(matcher.group(3));
            if (month >= 1
                    && month <= MONTHS
                    && day >= 1
                    && day <= YearMonth.of(year, month).lengthOfMonth()) {
                days.add(LocalDate.of(year, month, day));
            }
        }
        return days;
    }
}
