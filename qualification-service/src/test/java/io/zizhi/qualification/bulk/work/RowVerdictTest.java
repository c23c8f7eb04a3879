package io.zizhi.qualification.bulk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.filing.evaluation.EvaluationView;
import io.zizhi.qualification.filing.evaluation.EvaluationView.OutcomeView;
import io.zizhi.qualification.precheck.OutcomeStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowVerdictTest {

    private static final OutcomeView NO_VERIFICATION = failed("FIELD_REQUIRED", "/administrator/phoneVerificationId");
    private static final OutcomeView WRONG_CODE = failed("USCC_INVALID", "/company/creditCode");

    @Test
    void asks_to_verify_phone_if_nothing_else_is_missing() {
        RowVerdict verdict = verdict(NO_VERIFICATION);

        assertThat(verdict.kind()).isEqualTo(RowVerdict.Kind.AWAIT_PHONE);
        assertThat(verdict.findings())
                .extracting(RowFinding::code, RowFinding::column)
                .containsExactly(tuple("PHONE_VERIFICATION_AWAITED", "administratorPhone"));
        assertThat(verdict.aboutCells()).isEmpty();
    }

    @Test
    void waits_for_review_of_letter_before_phone() {
        OutcomeView inReview = failed("LETTER_IN_REVIEW", "/letterId");

        assertThat(verdict(inReview).kind()).isEqualTo(RowVerdict.Kind.AWAIT_LETTER);
        assertThat(verdict(inReview, NO_VERIFICATION).kind()).isEqualTo(RowVerdict.Kind.AWAIT_LETTER);
        assertThat(verdict(inReview, NO_VERIFICATION).findings())
                .extracting(RowFinding::code)
                .containsExactly("LETTER_IN_REVIEW");
        assertThat(verdict(inReview, WRONG_CODE).findings())
                .extracting(RowFinding::code)
                .containsExactly("USCC_INVALID");
    }

    @Test
    void failed_row_asks_for_no_phone_verification() {
        RowVerdict verdict = verdict(NO_VERIFICATION, WRONG_CODE);

        assertThat(verdict.kind()).isEqualTo(RowVerdict.Kind.FAIL);
        assertThat(verdict.findings()).extracting(RowFinding::code).containsExactly("USCC_INVALID");
    }

    @Test
    void asks_for_name_of_missing_file() {
        RowVerdict verdict = verdict(failed("FIELD_REQUIRED", "/administrator/emblemDocumentId"));

        assertThat(verdict.findings()).extracting(RowFinding::adviceZh).containsExactly("请先上传文件，再在此处填写文件名或文件 ID。");
    }

    @Test
    void failed_row_reports_unusable_verification() {
        RowVerdict verdict =
                verdict(failed("PHONE_VERIFICATION_EXPIRED", "/administrator/phoneVerificationId"), WRONG_CODE);

        assertThat(verdict.findings())
                .extracting(RowFinding::code)
                .containsExactly("PHONE_VERIFICATION_EXPIRED", "USCC_INVALID");
    }

    private static RowVerdict verdict(OutcomeView... outcomes) {
        return RowVerdict.of(new EvaluationView(false, List.of(outcomes)));
    }

    private static OutcomeView failed(String code, String pointer) {
        return new OutcomeView(code, pointer, OutcomeStatus.FAILED, "请改正。", "Correct it.");
    }
}
