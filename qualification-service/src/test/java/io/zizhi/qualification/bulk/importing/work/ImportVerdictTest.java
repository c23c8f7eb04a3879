package io.zizhi.qualification.bulk.importing.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Provenance;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.FactsMother;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportVerdictTest {

    private static final LocalDate TODAY = FactsMother.TODAY;
    private static final Provenance SOURCE = new Provenance("legacy", "ZZ-1", TODAY.minusYears(1), null);
    private static final QualificationForm FORM = FormMother.good();

    @Test
    void imports_failed_checks_as_warnings() {
        ImportVerdict verdict = ImportVerdict.of(
                List.of(), new Evaluation(List.of(outcome("CERT_EXPIRED", "/company/certificate/validTo"))));

        assertThat(verdict.isImportable()).isTrue();
        assertThat(verdict.findings())
                .extracting(ImportFinding::level, ImportFinding::code)
                .containsExactly(tuple(ImportFinding.Level.WARNING, "CERT_EXPIRED"));
    }

    @Test
    void asks_for_no_consent_and_no_phone_verification() {
        ImportVerdict verdict = ImportVerdict.of(
                List.of(),
                new Evaluation(List.of(
                        outcome("CONSENT_MISSING", "/consent"),
                        outcome("PHONE_NOT_VERIFIED", "/administrator/phoneVerificationId"))));

        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void expects_no_documents() {
        ImportVerdict verdict = ImportVerdict.of(
                List.of(),
                new Evaluation(List.of(
                        outcome("FIELD_REQUIRED", "/administrator/emblemDocumentId"),
                        outcome("FIELD_REQUIRED", "/administrator/name"))));

        assertThat(verdict.findings()).extracting(ImportFinding::pointer).containsExactly("/administrator/name");
    }

    @Test
    void names_columns_of_account_and_approval() {
        Facts unknown = FactsMother.good().with(FactsMother.account(Optional.empty()));

        assertThat(errors(unknown, new Provenance("legacy", "1", TODAY.plusDays(1), TODAY)))
                .extracting(ImportFinding::code, ImportFinding::column)
                .containsExactly(
                        tuple("ACCOUNT_UNKNOWN", "accountId"),
                        tuple("APPROVAL_IN_FUTURE", "approvedOn"),
                        tuple("APPROVAL_PERIOD_INVALID", "approvalValidUntil"));
    }

    @Test
    void reports_error_once_and_before_warnings() {
        List<ImportFinding> errors = errors(FactsMother.good().with(FactsMother.account(Optional.empty())), SOURCE);
        ImportVerdict verdict = ImportVerdict.of(
                errors, new Evaluation(List.of(outcome("A", "/a"), outcome("ACCOUNT_NOT_VERIFIED", "/purpose"))));

        assertThat(verdict.isImportable()).isFalse();
        assertThat(verdict.findings()).extracting(ImportFinding::code).containsExactly("ACCOUNT_UNKNOWN", "A");
    }

    @Test
    void drops_warnings_beyond_twenty_findings() {
        List<Outcome> many = IntStream.range(0, 30)
                .mapToObj(index -> outcome("A" + index, "/a"))
                .toList();
        List<ImportFinding> errors = errors(FactsMother.good().with(FactsMother.account(Optional.empty())), SOURCE);

        ImportVerdict verdict = ImportVerdict.of(errors, new Evaluation(many));

        assertThat(verdict.findings()).hasSize(20);
        assertThat(verdict.isImportable()).isFalse();
    }

    @Test
    void finds_no_error_in_representable_row() {
        assertThat(errors(FactsMother.good(), SOURCE)).isEmpty();
    }

    @Test
    void rejects_source_that_was_imported_before() {
        assertThat(ImportErrors.of(FORM, SOURCE, FactsMother.good(), Optional.of(10000001L)))
                .extracting(ImportFinding::code)
                .containsExactly("IMPORTED_BEFORE");
    }

    @Test
    void rejects_documents_that_account_cannot_use() {
        Facts facts = FactsMother.withCertificate(DocumentState.Status.NOT_FOUND, null, true);

        assertThat(errors(facts, SOURCE))
                .extracting(ImportFinding::code, ImportFinding::pointer)
                .containsExactly(tuple("DOCUMENT_NOT_FOUND", "/company/certificate/documentId"));
    }

    @Test
    void rejects_impossible_periods() {
        assertThat(codes(new Provenance("legacy", "1", TODAY.plusDays(1), null)))
                .containsExactly("APPROVAL_IN_FUTURE");
        assertThat(codes(new Provenance("legacy", "1", TODAY, TODAY.minusDays(1))))
                .containsExactly("APPROVAL_PERIOD_INVALID");
        assertThat(codes(new Provenance("legacy", "1", TODAY, TODAY))).isEmpty();
    }

    private static List<String> codes(Provenance source) {
        return errors(FactsMother.good(), source).stream()
                .map(ImportFinding::code)
                .toList();
    }

    private static List<ImportFinding> errors(Facts facts, Provenance source) {
        return ImportErrors.of(FORM, source, facts, Optional.empty());
    }

    private static Outcome outcome(String code, String pointer) {
        return new Outcome(new RuleCode(code, "请改正。", "Correct it."), pointer, OutcomeStatus.FAILED);
    }
}
