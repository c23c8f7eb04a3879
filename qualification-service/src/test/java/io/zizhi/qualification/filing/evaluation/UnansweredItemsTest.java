package io.zizhi.qualification.filing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.precheck.facts.Facts.RequestedItem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnansweredItemsTest {

    private final QualificationForm before = FormMother.good();

    @Test
    void unchanged_form_answers_nothing() {
        assertThat(UnansweredItems.between(
                        before,
                        before,
                        List.of(item("/legalRepresentative", "ID_PORTRAIT"), item("/administrator/idNumber", null))))
                .containsExactly(
                        new RequestedItem("MATERIAL_INSUFFICIENT", "/legalRepresentative"),
                        new RequestedItem("MATERIAL_INSUFFICIENT", "/administrator/idNumber"));
    }

    @Test
    void new_document_of_the_kind_answers() {
        QualificationForm after = represented("4".repeat(32), "5".repeat(32));

        assertThat(UnansweredItems.between(
                        before, after, List.of(item("/legalRepresentative", "ID_PORTRAIT"), item("", "MORE_MATERIAL"))))
                .containsExactly(new RequestedItem("MATERIAL_INSUFFICIENT", ""));
    }

    @Test
    void new_photo_of_another_person_does_not_answer() {
        QualificationForm after = represented("4".repeat(32), "5".repeat(32));

        assertThat(UnansweredItems.between(before, after, List.of(item("/administrator", "ID_PORTRAIT"))))
                .hasSize(1);
    }

    @Test
    void document_of_the_last_submission_does_not_answer() {
        QualificationForm after = represented(FormMother.EMBLEM, FormMother.PORTRAIT);

        assertThat(UnansweredItems.between(before, after, List.of(item("/legalRepresentative", "ID_PORTRAIT"))))
                .hasSize(1);
    }

    @Test
    void change_below_the_pointer_answers() {
        QualificationForm after = represented("4".repeat(32), "5".repeat(32));

        assertThat(UnansweredItems.between(
                        before,
                        after,
                        List.of(item("/legalRepresentative", null), item("", null), item("/letter", null))))
                .isEmpty();
    }

    private static Decision.Item item(String pointer, @Nullable String documentKind) {
        return new Decision.Item("MATERIAL_INSUFFICIENT", pointer, documentKind, null);
    }

    private static QualificationForm represented(String emblem, String portrait) {
        LegalRepresentative good = FormMother.legalRepresentative();
        return FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                new LegalRepresentative(
                        good.name(),
                        good.idType(),
                        good.idNumber(),
                        good.validFrom(),
                        good.validTo(),
                        emblem,
                        portrait),
                FormMother.administrator());
    }
}
