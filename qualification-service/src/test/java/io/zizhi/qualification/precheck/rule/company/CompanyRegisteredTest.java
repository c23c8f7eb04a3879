package io.zizhi.qualification.precheck.rule.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyRegisteredTest {

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, COMPANY_NOT_CHECKED, 未应答, did not answer",
        "NOT_LISTED, COMPANY_NOT_LISTED, 未收录该企业, does not contain this company"
    })
    void distinguishes_unlisted_company_from_silent_register(
            RegistryFinding finding, String code, String zh, String en) {
        assertThat(judge(finding)).singleElement().satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(OutcomeStatus.UNKNOWN);
            assertThat(outcome.rule().code()).isEqualTo(code);
            assertThat(outcome.rule().adviceZh()).contains(zh, "不影响提交");
            assertThat(outcome.rule().adviceEn()).contains(en, "does not block the submission");
        });
        assertThat(finding.demandsPhotos()).isFalse();
    }

    @Test
    void unchecked_company_has_no_outcome() {
        assertThat(judge(RegistryFinding.NOT_ASKED)).isEmpty();
    }

    private static List<Outcome> judge(RegistryFinding finding) {
        return new CompanyRegistered().judge(FormMother.good(), FactsMother.withRegistry(finding));
    }
}
