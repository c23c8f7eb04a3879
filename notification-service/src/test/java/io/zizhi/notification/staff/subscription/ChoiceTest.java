package io.zizhi.notification.staff.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.ReviewSubject;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final Choice ANY_BREACH = new Choice(Set.of(SlaKind.BREACHED), Set.of(), Set.of());
    private static final Choice SOME = new Choice(
            Set.of(SlaKind.WARNED, SlaKind.BREACHED), Set.of("STANDARD", "FAST"), Set.of(ReviewSubject.LETTER));

    @Test
    void empty_policies_and_subjects_select_all() {
        assertThat(ANY_BREACH.takes(SlaKind.BREACHED, "GOVERNMENT", ReviewSubject.LETTER))
                .isTrue();
        assertThat(ANY_BREACH.takes(SlaKind.BREACHED, null, ReviewSubject.QUALIFICATION))
                .isTrue();
        assertThat(ANY_BREACH.takes(SlaKind.WARNED, null, ReviewSubject.QUALIFICATION))
                .isFalse();
    }

    @Test
    void kind_policy_and_subject_must_all_match() {
        assertThat(SOME.takes(SlaKind.WARNED, "FAST", ReviewSubject.LETTER)).isTrue();
        assertThat(SOME.takes(SlaKind.ESCALATED, "FAST", ReviewSubject.LETTER)).isFalse();
        assertThat(SOME.takes(SlaKind.WARNED, "GOVERNMENT", ReviewSubject.LETTER))
                .isFalse();
        assertThat(SOME.takes(SlaKind.WARNED, "FAST", ReviewSubject.QUALIFICATION))
                .isFalse();
        assertThat(SOME.takes(SlaKind.WARNED, null, ReviewSubject.LETTER)).isFalse();
    }

    @Test
    void reads_the_stored_form() {
        assertThat(Choice.of(
                        Choice.stored(SOME.kinds()), Choice.stored(SOME.policies()), Choice.stored(SOME.subjects())))
                .isEqualTo(SOME);
        assertThat(Choice.of("BREACHED", "", "")).isEqualTo(ANY_BREACH);
    }
}
