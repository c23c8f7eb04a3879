package io.zizhi.qualification.outcome.restriction.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestrictionReasonTest {

    @ParameterizedTest
    @EnumSource
    void every_act_has_a_reason(RestrictionAct act) {
        assertThat(Arrays.stream(RestrictionReason.values()).filter(reason -> reason.isFor(act)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void texts_exist_in_both_languages(RestrictionReason reason) {
        assertThat(reason.zh() + reason.adviceZh()).containsPattern("\\p{IsHan}");
        assertThat(reason.en() + reason.adviceEn()).doesNotContainPattern("\\p{IsHan}");
    }
}
