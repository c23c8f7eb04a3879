package io.zizhi.qualification.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.Phone;
import org.junit.jupiter.api.Test;

class ParticularsTest {

    private final Particulars stored = FormMother.good();

    @Test
    void a_mask_that_is_sent_back_keeps_the_stored_value() {
        PersonalData data = stored.personalData();
        Particulars sent =
                stored.with(new PersonalData("李示例", "110105********002X", "王示例", "110105********002x", "139****1234"));

        assertThat(sent.keepingMasked(stored).personalData()).isEqualTo(data);
    }

    @Test
    void another_value_than_the_mask_is_taken_as_it_is() {
        PersonalData other = new PersonalData("李", "110105********0021", "王", "H12345678", "13911112222");

        assertThat(stored.with(other).keepingMasked(stored).personalData()).isEqualTo(other);
    }

    @Test
    void a_value_that_is_left_out_is_not_kept() {
        PersonalData none = new PersonalData(null, null, null, null, null);

        assertThat(stored.with(none).keepingMasked(stored).personalData()).isEqualTo(none);
    }

    @Test
    void without_personal_data_nothing_of_a_person_is_left() {
        assertThat(stored.withoutPersonalData().personalData())
                .isEqualTo(new PersonalData(null, null, null, null, null));
        assertThat(stored.withoutPersonalData().with(stored.personalData())).isEqualTo(stored);
    }

    @Test
    void every_place_that_names_a_document_is_listed_with_the_kind_that_belongs_there() {
        assertThat(stored.documents())
                .containsExactly(
                        new DocumentUse("/company/certificate/documentId", FormMother.CERTIFICATE, "BUSINESS_LICENSE"),
                        new DocumentUse("/administrator/emblemDocumentId", FormMother.EMBLEM, "ID_EMBLEM"),
                        new DocumentUse("/administrator/portraitDocumentId", FormMother.PORTRAIT, "ID_PORTRAIT"),
                        new DocumentUse("/moreMaterial/0", "a".repeat(32), "MORE_MATERIAL"));
    }

    @Test
    void a_credit_code_is_kept_in_upper_case() {
        assertThat(new Company(" 公司 ", " 91330106673959654p", null, null))
                .isEqualTo(new Company("公司", "91330106673959654P", null, null));
    }

    @Test
    void no_text_of_a_form_shows_personal_data() {
        assertThat(stored.toString()).doesNotContain("11010519491231002", "13900001234", "李示例", "王示例");
        assertThat(stored.personalData().toString()).doesNotContain("李示例", "11010519491231002X");
    }

    @Test
    void equal_numbers_are_found_however_they_are_typed() {
        LegalPerson typed = new LegalPerson(null, null, IdNumber.of(" 11010519491231002x "), null, null, null, null);

        assertThat(typed.normalisedIdNumber()).contains("11010519491231002X");
        assertThat(Phone.of("13900001234")).hasToString("139****1234");
    }
}
