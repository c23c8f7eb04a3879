package io.zizhi.qualification.model.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonViewTest {

    @Test
    void explains_reason_in_both_languages() {
        Decision decision = new Decision(
                List.of(new Decision.Reason("COMPANY_NAME_MISMATCH", "/company/name", "see page 2")), List.of());

        assertThat(ReasonView.of(decision))
                .containsExactly(new ReasonView(
                        "COMPANY_NAME_MISMATCH",
                        "/company/name",
                        "企业名称与证件不一致",
                        "The company name differs from the certificate",
                        "请按证件上的名称原样填写",
                        "Copy the name from the certificate",
                        "see page 2"));
    }

    @Test
    void explains_requested_item() {
        Decision decision =
                new Decision(List.of(), List.of(new Decision.Item("IMAGE_BLURRED", "", "BUSINESS_LICENSE", null)));

        assertThat(ItemView.of(decision))
                .singleElement()
                .satisfies(item -> assertThat(item.zh()).isNotBlank())
                .satisfies(item -> assertThat(item.adviceEn()).isNotBlank());
    }

    @Test
    void keeps_code_of_newer_catalogue() {
        Decision decision = new Decision(List.of(new Decision.Reason("FROM_THE_FUTURE", "", null)), List.of());

        assertThat(ReasonView.of(decision))
                .containsExactly(new ReasonView("FROM_THE_FUTURE", "", null, null, null, null, null));
    }
}
