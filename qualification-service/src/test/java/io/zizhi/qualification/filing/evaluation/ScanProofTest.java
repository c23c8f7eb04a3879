package io.zizhi.qualification.filing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.precheck.facts.ScanFinding;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScanProofTest {

    private static final Instant CONFIRMED_AT = Instant.parse("2026-11-24T01:33:10Z");

    private static final ScanFinding.Proven COMPANY = new ScanFinding.Proven(
            "alipay", CONFIRMED_AT, FormMother.COMPANY_NAME, FormMother.CREDIT_CODE, PersonName.of("李示例"), null, null);

    @Test
    void shows_confirmation_without_name_of_a_person() {
        ScanProof proof = ScanProof.from(new ScanFinding(ScanFinding.State.CONFIRMED, COMPANY));

        assertThat(proof)
                .isEqualTo(new ScanProof(
                        "alipay", CONFIRMED_AT, FormMother.COMPANY_NAME, FormMother.CREDIT_CODE, true, null, null));
        assertThat(String.valueOf(proof)).doesNotContain("示例*", "李示例");
    }

    @Test
    void stale_or_missing_scan_proves_nothing() {
        assertThat(ScanProof.from(new ScanFinding(ScanFinding.State.STALE, COMPANY)))
                .isNull();
        assertThat(ScanProof.from(ScanFinding.NOT_NAMED)).isNull();
    }
}
