package io.zizhi.recognition.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2015.06.30", "2015年6月30日", "20150630", "2015.0630", "2O15.06.3O", "自2015年06月30日至"})
    void finds_a_day_as_printed_or_slightly_misread(String text) {
        assertThat(Dates.in(text)).containsExactly(LocalDate.of(2015, 6, 30));
    }

    @Test
    void finds_both_days_of_a_period_without_its_hyphen() {
        assertThat(Dates.in("2015.06.302035.06.30"))
                .containsExactly(LocalDate.of(2015, 6, 30), LocalDate.of(2035, 6, 30));
    }

    @Test
    void skips_days_that_do_not_exist() {
        assertThat(Dates.in("2015.02.30 2015.13.01")).isEmpty();
    }
}
