package io.zizhi.review.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.review.Submitted;
import io.zizhi.review.review.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemitTest {

    private static final String OTHER_COMPANY = "91110000600037341L";

    private final Submission submission = Submission.from(Submitted.at(Instant.now()));

    @Test
    void allows_strangers_and_staff_without_account() {
        assertThat(of("stranger", OTHER_COMPANY).conflictsWith(submission, null, false))
                .isFalse();
        assertThat(of(null, null).conflictsWith(submission, null, false)).isFalse();
    }

    @Test
    void refuses_own_account_and_company() {
        assertThat(of(submission.accountId(), null).conflictsWith(submission, null, false))
                .isTrue();
        assertThat(of("stranger", submission.creditCode()).conflictsWith(submission, null, false))
                .isTrue();
        assertThat(of("stranger", OTHER_COMPANY).conflictsWith(submission, OTHER_COMPANY, false))
                .isTrue();
    }

    @Test
    void refuses_own_person_under_another_account() {
        Remit remit = of("stranger", null);

        assertThat(remit.conflictsWith(submission, null, true)).isTrue();
        assertThatThrownBy(() -> remit.refuseConflicted(submission, null, true))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("REVIEWER_CONFLICTED"));
    }

    private static Remit of(@Nullable String account, @Nullable String creditCode) {
        return new Remit(account, creditCode, Skills.EVERYTHING);
    }
}
