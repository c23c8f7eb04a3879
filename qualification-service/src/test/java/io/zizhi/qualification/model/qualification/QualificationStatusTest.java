package io.zizhi.qualification.model.qualification;

import static io.zizhi.qualification.model.qualification.QualificationStatus.APPROVED;
import static io.zizhi.qualification.model.qualification.QualificationStatus.DRAFT;
import static io.zizhi.qualification.model.qualification.QualificationStatus.IN_REVIEW;
import static io.zizhi.qualification.model.qualification.QualificationStatus.REJECTED;
import static io.zizhi.qualification.model.qualification.QualificationStatus.SUPPLEMENT_REQUIRED;
import static io.zizhi.qualification.model.qualification.QualificationStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualificationStatusTest {

    /** The whole transition table, deliberately repeated here. */
    private static final Map<QualificationStatus, Set<QualificationStatus>> TABLE = Map.of(
            DRAFT, Set.of(IN_REVIEW),
            IN_REVIEW, Set.of(APPROVED, REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN),
            APPROVED, Set.of(IN_REVIEW),
            REJECTED, Set.of(IN_REVIEW, APPROVED),
            SUPPLEMENT_REQUIRED, Set.of(IN_REVIEW, APPROVED),
            WITHDRAWN, Set.of(IN_REVIEW, APPROVED));

    @Test
    void allows_only_transitions_of_the_design() {
        for (QualificationStatus from : QualificationStatus.values()) {
            for (QualificationStatus to : QualificationStatus.values()) {
                assertThat(from.canMoveTo(to))
                        .as(from + " → " + to)
                        .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void forbids_editing_and_deletion_only_in_review() {
        for (QualificationStatus status : QualificationStatus.values()) {
            assertThat(status.allowsEditing()).as(status.name()).isEqualTo(status != IN_REVIEW);
            assertThat(status.allowsDeletion()).as(status.name()).isEqualTo(status != IN_REVIEW);
        }
    }

    @Test
    void allows_discarding_except_in_draft_and_review() {
        for (QualificationStatus status : QualificationStatus.values()) {
            assertThat(status.allowsDiscarding()).as(status.name()).isEqualTo(status != DRAFT && status != IN_REVIEW);
        }
    }
}
