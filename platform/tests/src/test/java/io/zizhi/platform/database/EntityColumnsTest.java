package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.sample.Tally;
import jakarta.persistence.Column;
import org.junit.jupiter.api.Test;

class EntityColumnsTest {

    @Test
    void lists_mapped_columns_of_the_entity() {
        assertThat(EntityColumns.of(Tally.class)).isEqualTo("id, entries, log");
        assertThat(EntityColumns.of(Tally.class, "t")).isEqualTo("t.id, t.entries, t.log");
    }

    @Test
    void derives_column_name_from_field() {
        assertThat(EntityColumns.of(Named.class)).isEqualTo("valid_from, number");
    }

    @SuppressWarnings("unused") // Read by reflection.
    static class Named {
        String validFrom = "";

        @Column(name = "number")
        String text = "";
    }
}
