package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.sample.Tally;
import org.junit.jupiter.api.Test;

class EntityColumnsTest {

    @Test
    void a_statement_names_what_the_entity_is_mapped_to() {
        assertThat(EntityColumns.of(Tally.class)).isEqualTo("id, entries, log");
        assertThat(EntityColumns.of(Tally.class, "t")).isEqualTo("t.id, t.entries, t.log");
    }

    @Test
    void a_field_without_column_cannot_be_read_by_name() {
        assertThatThrownBy(() -> EntityColumns.of(Unmapped.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    @SuppressWarnings("unused") // Read by reflection.
    static class Unmapped {
        String name = "";
    }
}
