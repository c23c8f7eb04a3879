package io.zizhi.review.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewStatusTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN,      OPEN,      false",
        "OPEN,      CLAIMED,   true",
        "OPEN,      PROPOSED,  false",
        "OPEN,      DECIDED,   false",
        "OPEN,      CANCELLED, true",
        "CLAIMED,   OPEN,      true",
        "CLAIMED,   CLAIMED,   false",
        "CLAIMED,   PROPOSED,  true",
        "CLAIMED,   DECIDED,   true",
        "CLAIMED,   CANCELLED, true",
        "PROPOSED,  OPEN,      true",
        "PROPOSED,  CLAIMED,   false",
        "PROPOSED,  PROPOSED,  false",
        "PROPOSED,  DECIDED,   true",
        "PROPOSED,  CANCELLED, true",
        "DECIDED,   OPEN,      true",
        "DECIDED,   CLAIMED,   false",
        "DECIDED,   PROPOSED,  false",
        "DECIDED,   DECIDED,   false",
        "DECIDED,   CANCELLED, false",
        "CANCELLED, OPEN,      false",
        "CANCELLED, CLAIMED,   false",
        "CANCELLED, PROPOSED,  false",
        "CANCELLED, DECIDED,   false",
        "CANCELLED, CANCELLED, false",
    })
    void allows_exactly_these_transitions(ReviewStatus from, ReviewStatus to, boolean possible) {
        assertThat(from.canMoveTo(to)).isEqualTo(possible);
    }
}
