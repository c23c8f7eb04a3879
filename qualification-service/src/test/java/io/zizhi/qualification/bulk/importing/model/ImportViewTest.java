package io.zizhi.qualification.bulk.importing.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.bulk.importing.ImportView.State;
import org.junit.jupiter.api.Test;

class ImportViewTest {

    private static final ImportCounts INVALID = ImportCounts.of(ImportRowState.INVALID, 3, 0);

    @Test
    void says_that_nothing_was_imported() {
        assertThat(state(INVALID)).isEqualTo(State.NOTHING_IMPORTED);
        assertThat(state(INVALID.plus(ImportCounts.of(ImportRowState.FAILED, 1, 0))))
                .isEqualTo(State.NOTHING_IMPORTED);
    }

    @Test
    void is_completed_once_a_row_is_imported() {
        assertThat(state(INVALID.plus(ImportCounts.of(ImportRowState.CONFIRMED, 1, 0))))
                .isEqualTo(State.IMPORTING);
        assertThat(state(INVALID.plus(ImportCounts.of(ImportRowState.IMPORTED, 1, 0))))
                .isEqualTo(State.COMPLETED);
    }

    private static State state(ImportCounts counts) {
        return State.of(new QualificationImport(), counts);
    }
}
