package io.zizhi.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.database.EntityColumns;
import org.junit.jupiter.api.Test;

/** Columns of an entity with embedded parts and a collection in another table. */
class ReviewColumnsTest {

    @Test
    void includes_embedded_columns_and_excludes_the_collection() {
        assertThat(EntityColumns.of(Review.class).split(", ", -1))
                .doesNotHaveDuplicates()
                .contains("work_order", "account_id", "due_at", "extended_seconds", "lease_ends_at", "clock_revision")
                .doesNotContain("document_id");
    }
}
