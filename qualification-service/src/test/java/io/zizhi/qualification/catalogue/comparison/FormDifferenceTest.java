package io.zizhi.qualification.catalogue.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormDifferenceTest {

    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);
    private static final String C = "d".repeat(32);

    private final QualificationForm form = FormMother.good();

    @Test
    void finds_no_difference_between_equal_forms() {
        assertThat(FormDifference.between(form, FormMother.good())).isEmpty();
    }

    @Test
    void lists_all_fields_when_all_are_removed() {
        QualificationForm empty = new QualificationForm(
                form.name(), form.purpose(), form.ownerType(), null, null, null, null, List.of(), null);
        List<String> leaves = new ArrayList<>(FormFields.of(form).values().keySet());
        leaves.removeAll(List.of("/name", "/purpose", "/ownerType"));
        leaves.add("/moreMaterial/0");

        List<FieldChange> changes = FormDifference.between(form, empty);

        assertThat(changes).extracting(FieldChange::pointer).containsExactlyElementsOf(leaves);
        assertThat(changes).extracting(FieldChange::after).containsOnlyNulls();
        assertThat(leaves)
                .contains(
                        "/company/certificate/validTo",
                        "/legalRepresentative/name",
                        "/administrator/phone",
                        "/administrator/phoneVerificationId",
                        "/consent/noticeVersion");
    }

    @Test
    void covers_all_fields_of_the_form() {
        assertThat(FormFields.of(form).values().keySet())
                .as("every field of a person except the optional photos")
                .contains(Arrays.stream(LegalRepresentative.class.getRecordComponents())
                        .map(component -> "/legalRepresentative/" + component.getName())
                        .filter(pointer -> !pointer.endsWith("DocumentId"))
                        .toArray(String[]::new));
    }

    @Test
    void reports_change_even_if_masked_values_look_alike() {
        QualificationForm other = legalRepresentative("李示例", "11010519491231012X");

        FieldChange change = FormDifference.between(form, other).getFirst();
        FieldChangeView view = FieldChangeView.from(change, Reader.OWNER);

        assertThat(view)
                .isEqualTo(new FieldChangeView(
                        "/legalRepresentative/idNumber",
                        FieldChangeView.Kind.CHANGED,
                        null,
                        "110105********002X",
                        "110105********012X",
                        true));
        QualificationForm sameMask = legalRepresentative("李示例", "11010519500101002X");
        FieldChangeView same =
                FieldChangeView.from(FormDifference.between(form, sameMask).getFirst(), Reader.DESK);
        assertThat(same.kind()).isEqualTo(FieldChangeView.Kind.CHANGED);
        assertThat(same.before()).isEqualTo(same.after());
        assertThat(change.toString() + view).doesNotContain("1101");
    }

    @Test
    void shows_full_names_to_owner_and_masked_names_to_desk() {
        FieldChange change = FormDifference.between(form, legalRepresentative("李四", "11010519491231002X"))
                .getFirst();

        assertThat(FieldChangeView.from(change, Reader.OWNER).after()).isEqualTo("李四");
        assertThat(FieldChangeView.from(change, Reader.OWNER).masked()).isFalse();
        assertThat(FieldChangeView.from(change, Reader.DESK).after()).isEqualTo("李*");
        assertThat(FieldChangeView.from(change, Reader.DESK).masked()).isTrue();
    }

    @Test
    void compares_documents_by_id_ignoring_order() {
        assertThat(FormDifference.between(material(A, B), material(B, A))).isEmpty();

        assertThat(FormDifference.between(material(A, B), material(B, C)))
                .containsExactly(
                        new FieldChange("/moreMaterial/0", "MORE_MATERIAL", A, null),
                        new FieldChange("/moreMaterial/1", "MORE_MATERIAL", null, C));
    }

    @Test
    void reports_documents_with_required_kind() {
        QualificationForm none = legalRepresentative("李示例", "11010519491231002X");
        QualificationForm photographed = with(new LegalRepresentative(
                PersonName.of("李示例"),
                IdType.RESIDENT_ID,
                IdNumber.of("11010519491231002X"),
                FormMother.FROM,
                FormMother.LONG_TERM,
                A,
                B));

        assertThat(FormDifference.between(none, photographed))
                .extracting(FieldChange::documentKind)
                .containsExactly("ID_EMBLEM", "ID_PORTRAIT");
    }

    private QualificationForm legalRepresentative(String name, String idNumber) {
        return with(new LegalRepresentative(
                PersonName.of(name),
                IdType.RESIDENT_ID,
                IdNumber.of(idNumber),
                FormMother.FROM,
                FormMother.LONG_TERM,
                null,
                null));
    }

    private static QualificationForm with(LegalRepresentative legalRepresentative) {
        return FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE), legalRepresentative, FormMother.administrator());
    }

    private static QualificationForm material(String... documents) {
        QualificationForm named = FormMother.named("资质");
        return new QualificationForm(
                named.name(),
                named.purpose(),
                named.ownerType(),
                null,
                null,
                null,
                null,
                List.of(documents),
                new Consent("2026-11", true, null));
    }
}
