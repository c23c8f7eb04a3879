package io.zizhi.review.clock.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StatutoryDaysTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/lunar-days.csv", numLinesToSkip = 1)
    void knows_the_lunar_holidays_of_the_vectors(
            int year, LocalDate springFestival, LocalDate qingming, LocalDate dragonBoat, LocalDate midAutumn) {
        assertThat(StatutoryDays.of(year))
                .containsKeys(
                        springFestival.minusDays(1),
                        springFestival,
                        springFestival.plusDays(1),
                        springFestival.plusDays(2),
                        qingming,
                        dragonBoat,
                        midAutumn)
                .doesNotContainKeys(springFestival.minusDays(2), springFestival.plusDays(3));
    }

    @Test
    void has_only_fixed_days_in_a_year_without_known_lunar_days() {
        assertThat(StatutoryDays.of(2040).keySet())
                .containsExactly(
                        LocalDate.of(2040, 1, 1),
                        LocalDate.of(2040, 5, 1),
                        LocalDate.of(2040, 5, 2),
                        LocalDate.of(2040, 10, 1),
                        LocalDate.of(2040, 10, 2),
                        LocalDate.of(2040, 10, 3));
    }
}
