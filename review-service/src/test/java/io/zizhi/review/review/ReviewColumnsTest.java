package io.zizhi.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.database.EntityColumns;
import org.junit.jupiter.api.Test;

/** An entity with parts of its own, and with a collection in another table. */
class ReviewColumnsTest {

    @Test
    void columns_of_the_parts_belong_to_the_review_and_those_of_the_collection_do_not() {
        assertThat(EntityColumns.of(Review.class).split(", ", -1))
                .doesNotHaveDuplicates()
                .contains("work_order", "account_id", "due_at", "extended_seconds", "lease_ends_at", "clock_revision")
                .doesNotContain("document_id");
    }
}
