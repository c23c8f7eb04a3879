package io.zizhi.qualification.filing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RenewalNameTest {

    @Test
    void a_renewal_counts_the_name_on() {
        assertThat(RenewalName.base("星河示例V1")).isEqualTo("星河示例");
        assertThat(RenewalName.after("星河示例", Set.of("星河示例V1"))).isEqualTo("星河示例V2");
        assertThat(RenewalName.after("星河示例", Set.of("星河示例V2", "星河示例V3"))).isEqualTo("星河示例V4");
    }

    @Test
    void a_name_without_a_number_is_the_first() {
        assertThat(RenewalName.base("星河示例")).isEqualTo("星河示例");
    }

    @Test
    void a_long_name_makes_room_for_the_number() {
        assertThat(RenewalName.base("长".repeat(100))).hasSize(93);
    }
}
