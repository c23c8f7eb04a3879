package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.clock.PolicyAllocation.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyAllocationTest {

    private static final Rule EVERYBODY = new Rule(List.of(), List.of(), List.of(), "STANDARD");
    private static final Rule INSTITUTIONS =
            new Rule(List.of(OwnerType.PUBLIC_INSTITUTION), List.of(), List.of(), "GOVERNMENT");
    private static final Rule LETTERS_OF_OTHERS =
            new Rule(List.of(), List.of(Purpose.THIRD_PARTY), List.of(ReviewSubject.LETTER), "SLOW");

    private final PolicyAllocation allocation =
            new PolicyAllocation(List.of(INSTITUTIONS, LETTERS_OF_OTHERS, EVERYBODY));

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_INSTITUTION, THIRD_PARTY, LETTER,        1, GOVERNMENT",
        "PUBLIC_INSTITUTION, SELF,        QUALIFICATION, 1, GOVERNMENT",
        "COMPANY,            THIRD_PARTY, LETTER,        2, SLOW",
        "COMPANY,            THIRD_PARTY, QUALIFICATION, 3, STANDARD",
        "COMPANY,            SELF,        LETTER,        3, STANDARD",
        "PERSON,             SELF,        QUALIFICATION, 3, STANDARD",
    })
    void applies_the_first_matching_rule(
            OwnerType ownerType, Purpose purpose, ReviewSubject subject, int number, String policy) {
        Rule rule = allocation.first(ownerType, purpose, subject);

        assertThat(rule.policy()).isEqualTo(policy);
        assertThat(allocation.numberOf(rule)).isEqualTo(number);
    }

    @Test
    void rejects_rules_without_a_last_rule_for_all() {
        assertThatThrownBy(() -> new PolicyAllocation(List.of(EVERYBODY, INSTITUTIONS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PolicyAllocation(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void finds_a_rule_hidden_by_an_earlier_one() {
        Rule institutionsLetters =
                new Rule(List.of(OwnerType.PUBLIC_INSTITUTION), List.of(), List.of(ReviewSubject.LETTER), "SLOW");

        assertThat(PolicyAllocation.unreachable(List.of(INSTITUTIONS, institutionsLetters, EVERYBODY)))
                .contains(1);
        assertThat(PolicyAllocation.unreachable(List.of(institutionsLetters, INSTITUTIONS, EVERYBODY)))
                .isEmpty();
        assertThat(PolicyAllocation.unreachable(List.of(EVERYBODY, INSTITUTIONS, EVERYBODY)))
                .contains(1);
    }

    @Test
    void treats_equivalent_conditions_as_equal() {
        assertThat(new Rule(
                        List.of(OwnerType.PERSON, OwnerType.COMPANY, OwnerType.PERSON), List.of(), List.of(), "SLOW"))
                .isEqualTo(new Rule(List.of(OwnerType.COMPANY, OwnerType.PERSON), List.of(), List.of(), "SLOW"));
    }
}
