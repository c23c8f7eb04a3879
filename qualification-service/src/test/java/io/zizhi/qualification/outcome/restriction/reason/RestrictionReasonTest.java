package io.zizhi.qualification.outcome.restriction.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.RestrictionReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestrictionReasonTest {

    @ParameterizedTest
    @EnumSource
    void every_act_has_a_reason(RestrictionAct act) {
        assertThat(Arrays.stream(RestrictionReason.values()).filter(reason -> act.isJustifiedBy(reason)))
                .isNotEmpty();
    }

    @Test
    void only_a_suspension_needs_no_established_fact() {
        assertThat(RestrictionReasonView.from(RestrictionReason.UNDER_INVESTIGATION)
                        .acts())
                .containsExactly(RestrictionAct.SUSPEND);
        assertThat(RestrictionReasonView.from(RestrictionReason.REGULATOR_ORDER).acts())
                .containsExactly(RestrictionAct.SUSPEND, RestrictionAct.REVOKE);
        assertThat(RestrictionReasonView.from(RestrictionReason.RESOLVED).acts())
                .containsExactly(RestrictionAct.REINSTATE);
    }

    @ParameterizedTest
    @EnumSource
    void texts_exist_in_both_languages(RestrictionReason reason) {
        assertThat(reason.zh() + reason.adviceZh()).containsPattern("\\p{IsHan}");
        assertThat(reason.en() + reason.adviceEn()).doesNotContainPattern("\\p{IsHan}");
    }
}
