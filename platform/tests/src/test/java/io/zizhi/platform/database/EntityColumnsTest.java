package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.sample.Tally;
import jakarta.persistence.Column;
import org.junit.jupiter.api.Test;

class EntityColumnsTest {

    @Test
    void a_statement_names_what_the_entity_is_mapped_to() {
        assertThat(EntityColumns.of(Tally.class)).isEqualTo("id, entries, log");
        assertThat(EntityColumns.of(Tally.class, "t")).isEqualTo("t.id, t.entries, t.log");
    }

    @Test
    void the_name_of_a_column_comes_from_its_field() {
        assertThat(EntityColumns.of(Named.class)).isEqualTo("valid_from, number");
    }

    @SuppressWarnings("unused") // Read by reflection.
    static class Named {
        String validFrom = "";

        @Column(name = "number")
        String text = "";
    }
}
