package io.zizhi.qualification.filing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RenewalNameTest {

    @Test
    void renewal_increments_number_in_name() {
        assertThat(RenewalName.base("星河示例V1")).isEqualTo("星河示例");
        assertThat(RenewalName.after("星河示例", Set.of("星河示例V1"))).isEqualTo("星河示例V2");
        assertThat(RenewalName.after("星河示例", Set.of("星河示例V2", "星河示例V3"))).isEqualTo("星河示例V4");
    }

    @Test
    void name_without_number_is_followed_by_V2() {
        assertThat(RenewalName.base("星河示例")).isEqualTo("星河示例");
    }

    @Test
    void truncates_long_name_to_fit_number() {
        assertThat(RenewalName.base("长".repeat(100))).hasSize(93);
    }
}
