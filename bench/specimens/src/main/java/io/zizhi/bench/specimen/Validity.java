package io.zizhi.bench.specimen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Two days, both included.
 *
 * @param last {@link #LONG_TERM} without an end
 */
record Validity(LocalDate first, LocalDate last) {

    static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年MM月dd日");

    /** Draws 5, 10 or 20 years, or a validity without an end. */
    static Validity of(Words words) {
        LocalDate first = words.dayBetween(2010, 2025);
        int[] years = {5, 10, 20};
        return new Validity(first, words.chance(0.25) ? LONG_TERM : first.plusYears(years[words.below(years.length)]));
    }

    boolean isLongTerm() {
        return last.equals(LONG_TERM);
    }

    String dotted(String separator) {
        return DOTTED.format(first) + separator + (isLongTerm() ? "长期" : DOTTED.format(last));
    }

    String chinese() {
        return CHINESE.format(first) + "至" + (isLongTerm() ? "长期" : CHINESE.format(last));
    }

    static String chinese(LocalDate day) {
        return CHINESE.format(day);
    }

    void record(Sheet sheet) {
        sheet.field("validFrom", first.toString());
        sheet.field("validTo", last.toString());
    }
}
