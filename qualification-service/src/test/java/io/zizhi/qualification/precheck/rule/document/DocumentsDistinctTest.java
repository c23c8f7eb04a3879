package io.zizhi.qualification.precheck.rule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.Facts.RequestedItem;
import io.zizhi.qualification.precheck.facts.FactsMother;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules about the bytes of documents, and about requested documents. */
class DocumentsDistinctTest {

    private static final String OTHER_EMBLEM = "1".repeat(32);
    private static final String OTHER_PORTRAIT = "2".repeat(32);

    private final DocumentsDistinct rule = new DocumentsDistinct();

    @Test
    void same_bytes_as_both_sides_fail() {
        Facts facts = FactsMother.withDocuments(Optional.of(Map.of(
                FormMother.EMBLEM, state("ID_EMBLEM", "same", true),
                FormMother.PORTRAIT, state("ID_PORTRAIT", "same", true))));

        assertThat(new IdPhotos().judge(FormMother.good(), facts))
                .containsExactly(IdPhotos.ID_SIDE_SWAPPED.failed("/administrator/portraitDocumentId"));
        assertThat(rule.judge(FormMother.good(), facts)).allMatch(found -> found.status() == OutcomeStatus.PASSED);
    }

    @Test
    void same_bytes_as_certificate_and_id_side_fail() {
        Facts facts = FactsMother.withDocuments(Optional.of(Map.of(
                FormMother.CERTIFICATE, state("BUSINESS_LICENSE", "same", true),
                FormMother.EMBLEM, state("ID_EMBLEM", "same", true))));

        assertThat(notPassed(rule.judge(FormMother.good(), facts)))
                .extracting(Outcome::pointer, Outcome::status)
                .containsExactly(tuple("/administrator/emblemDocumentId", OutcomeStatus.FAILED));
    }

    @Test
    void repeated_further_material_only_warns() {
        Facts facts = FactsMother.withDocuments(Optional.of(Map.of(
                FormMother.CERTIFICATE,
                state("BUSINESS_LICENSE", "same", true),
                "a".repeat(32),
                state("MORE_MATERIAL", "same", true))));

        assertThat(notPassed(rule.judge(FormMother.good(), facts)))
                .extracting(Outcome::pointer, Outcome::status)
                .containsExactly(tuple("/moreMaterial/0", OutcomeStatus.WARNING));
    }

    @Test
    void two_persons_cannot_share_pictures() {
        Facts facts = FactsMother.withDocuments(Optional.of(Map.of(
                OTHER_EMBLEM, state("ID_EMBLEM", "same", true), FormMother.EMBLEM, state("ID_EMBLEM", "same", true))));

        assertThat(notPassed(rule.judge(represented("11010519491231002X"), facts)))
                .extracting(Outcome::pointer, Outcome::status)
                .containsExactly(tuple("/administrator/emblemDocumentId", OutcomeStatus.FAILED));
        assertThat(notPassed(rule.judge(represented("110105194912310038"), facts)))
                .isEmpty();
    }

    @Test
    void warns_about_black_and_white_pictures() {
        Facts facts = FactsMother.withDocuments(Optional.of(Map.of(
                FormMother.CERTIFICATE,
                state("BUSINESS_LICENSE", "1", false),
                FormMother.EMBLEM,
                state("ID_EMBLEM", "2", true),
                FormMother.PORTRAIT,
                state("ID_PORTRAIT", "3", null),
                "a".repeat(32),
                state("MORE_MATERIAL", "4", false))));

        assertThat(notPassed(new DocumentsUsable().judge(FormMother.good(), facts)))
                .containsExactly(DocumentChecks.RED_SEAL_NEEDED.warning("/company/certificate/documentId"));
    }

    @Test
    void names_unanswered_items_of_a_supplement_request() {
        Facts facts = FactsMother.good()
                .withUnanswered(List.of(new RequestedItem("LEGAL_ID_PHOTO_REQUIRED", "/legalRepresentative")));

        assertThat(new SupplementAnswered().judge(FormMother.good(), facts))
                .singleElement()
                .matches(outcome -> outcome.status() == OutcomeStatus.WARNING
                        && outcome.pointer().equals("/legalRepresentative")
                        && outcome.rule().adviceEn().contains("LEGAL_ID_PHOTO_REQUIRED"));
    }

    private static List<Outcome> notPassed(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != OutcomeStatus.PASSED)
                .toList();
    }

    private static DocumentState state(String kind, String sha256, @Nullable Boolean colour) {
        return new DocumentState(DocumentState.Status.AVAILABLE, kind, sha256, colour);
    }

    private static QualificationForm represented(String idNumber) {
        LegalRepresentative good = FormMother.legalRepresentative();
        return FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                new LegalRepresentative(
                        good.name(),
                        good.idType(),
                        IdNumber.of(idNumber),
                        good.validFrom(),
                        good.validTo(),
                        OTHER_EMBLEM,
                        OTHER_PORTRAIT),
                FormMother.administrator());
    }
}
