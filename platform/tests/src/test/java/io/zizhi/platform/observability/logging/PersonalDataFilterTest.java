package io.zizhi.platform.observability.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataFilterTest {

    private final PersonalDataFilter filter = new PersonalDataFilter();

    @ParameterizedTest
    @CsvSource({
        "call 13800138000 back, call 138****8000 back",
        "+8613800138000, 86138****8000",
        "id=11010519491231002X., id=110105********002X.",
        "11010519491231002x, 110105********002x"
    })
    void masks_and_counts_personal_number_in_message(String message, String logged) {
        long before = PersonalDataFilter.masked();
        assertThat(logged(message)).isEqualTo(logged);
        assertThat(PersonalDataFilter.masked()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Qualification 10000006 with work order 20000006",
                "event 0199f3a0-1380-7138-8000-138001380001",
                "trace 4bf92f13800138000e4736",
                "110105194912310021",
                "took 13800138 ns",
                "at 1764025200000"
            })
    void leaves_other_numbers_unmasked_and_uncounted(String message) {
        long before = PersonalDataFilter.masked();
        assertThat(logged(message)).isEqualTo(message);
        assertThat(PersonalDataFilter.masked()).isEqualTo(before);
    }

    @Test
    void masks_number_in_parameters() {
        ExtLogRecord logged = new ExtLogRecord(
                Level.INFO, "sent to %s", ExtLogRecord.FormatStyle.PRINTF, PersonalDataFilterTest.class.getName());
        logged.setParameters(new Object[] {"13800138000"});
        filter.isLoggable(logged);
        assertThat(logged.getMessage()).isEqualTo("sent to 138****8000");
    }

    @Test
    void replaces_exception_that_quotes_a_number_by_class_names() {
        ExtLogRecord logged = record("failed");
        logged.setThrown(new IllegalStateException("outer", new IllegalArgumentException("13800138000")));
        filter.isLoggable(logged);
        assertThat(logged.getThrown()).isNull();
        assertThat(logged.getMessage())
                .contains("failed", "IllegalStateException", "IllegalArgumentException")
                .doesNotContain("13800138000");
    }

    @Test
    void keeps_other_exceptions() {
        ExtLogRecord logged = record("failed");
        logged.setThrown(new IllegalStateException("no number"));
        filter.isLoggable(logged);
        assertThat(logged.getThrown()).hasMessage("no number");
    }

    private String logged(String message) {
        ExtLogRecord logged = record(message);
        assertThat(filter.isLoggable(logged)).isTrue();
        return logged.getMessage();
    }

    private static ExtLogRecord record(String message) {
        return new ExtLogRecord(
                Level.INFO, message, ExtLogRecord.FormatStyle.NO_FORMAT, PersonalDataFilterTest.class.getName());
    }
}
