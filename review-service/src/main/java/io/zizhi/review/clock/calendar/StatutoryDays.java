package io.zizhi.review.clock.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days that are off by law, whatever the year's notice says (全国年节及纪念日放假办法, as amended in 2024). Lunar holidays
 * come from a table of dates, because calculated lunar calendars disagree for some years. A year outside the table has
 * only its fixed days.
 */
public final class StatutoryDays {

    private static final String LUNAR_DAYS = "/calendar/lunar-days.csv";
    private static final String NEW_YEAR = "New Year's Day, 元旦";
    private static final String LABOUR_DAY = "Labour Day, 劳动节";
    private static final String NATIONAL_DAY = "National Day, 国庆节";
    private static final String SPRING_FESTIVAL = "Spring Festival, 春节";

    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), NEW_YEAR,
            MonthDay.of(5, 1), LABOUR_DAY,
            MonthDay.of(5, 2), LABOUR_DAY,
            MonthDay.of(10, 1), NATIONAL_DAY,
            MonthDay.of(10, 2), NATIONAL_DAY,
            MonthDay.of(10, 3), NATIONAL_DAY);

    private static final Map<LocalDate, String> LUNAR = readLunar();

    private StatutoryDays() {}

    /** Returns the name of the holiday in both languages, or empty if the day is not statutory. */
    static Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(FIXED.get(MonthDay.from(date))).or(() -> Optional.ofNullable(LUNAR.get(date)));
    }

    /** Returns the statutory days of a year, each with the name of its holiday in both languages. */
    public static SortedMap<LocalDate, String> of(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        LUNAR.forEach((date, name) -> {
            if (date.getYear() == year) {
                days.put(date, name);
            }
        });
        FIXED.forEach((day, name) -> days.put(day.atYear(year), name));
        return days;
    }

    private static Map<LocalDate, String> readLunar() {
        Map<LocalDate, String> days = new HashMap<>();
        for (String year : lines()) {
            String[] dates = year.split(",", -1);
            LocalDate firstDay = LocalDate.parse(dates[1]);
            firstDay.minusDays(1).datesUntil(firstDay.plusDays(3)).forEach(day -> days.put(day, SPRING_FESTIVAL));
            days.put(LocalDate.parse(dates[2]), "Qingming, 清明节");
            days.put(LocalDate.parse(dates[3]), "Dragon Boat Festival, 端午节");
            days.put(LocalDate.parse(dates[4]), "Mid-Autumn Festival, 中秋节");
        }
        return Map.copyOf(days);
    }

    /** Returns the lines without the header: year, first day of the Spring Festival, and the three other days. */
    private static List<String> lines() {
        try (InputStream file = StatutoryDays.class.getResourceAsStream(LUNAR_DAYS);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, LUNAR_DAYS), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
