package io.zizhi.qualification.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.Phone;
import org.junit.jupiter.api.Test;

class QualificationFormTest {

    private final QualificationForm stored = FormMother.good();

    @Test
    void masked_value_keeps_stored_value() {
        PersonalData data = stored.personalData();
        QualificationForm sent = stored.with(new PersonalData(
                "李示例", "110105********002X", "王示例", "110105********0038", "139****1234", data.remark()));

        assertThat(sent.keepingMasked(stored).personalData()).isEqualTo(data);
    }

    @Test
    void changed_value_replaces_stored_value() {
        PersonalData other = new PersonalData("李", "110105********0021", "王", "H12345678", "13911112222");

        assertThat(stored.with(other).keepingMasked(stored).personalData()).isEqualTo(other);
    }

    @Test
    void omitted_value_is_not_kept() {
        PersonalData none = new PersonalData(null, null, null, null, null);

        assertThat(stored.with(none).keepingMasked(stored).personalData()).isEqualTo(none);
    }

    @Test
    void removes_all_personal_data() {
        assertThat(stored.withoutPersonalData().personalData())
                .isEqualTo(new PersonalData(null, null, null, null, null));
        assertThat(stored.withoutPersonalData().with(stored.personalData())).isEqualTo(stored);
    }

    @Test
    void lists_all_document_fields_with_required_kinds() {
        assertThat(stored.documents())
                .containsExactly(
                        new DocumentUse("/company/certificate/documentId", FormMother.CERTIFICATE, "BUSINESS_LICENSE"),
                        new DocumentUse("/administrator/emblemDocumentId", FormMother.EMBLEM, "ID_EMBLEM"),
                        new DocumentUse("/administrator/portraitDocumentId", FormMother.PORTRAIT, "ID_PORTRAIT"),
                        new DocumentUse("/moreMaterial/0", "a".repeat(32), "MORE_MATERIAL"));
    }

    @Test
    void stores_credit_code_in_upper_case() {
        assertThat(new Company(" 公司 ", " 91330106673959654p", null, null))
                .isEqualTo(new Company("公司", "91330106673959654P", null, null));
    }

    @Test
    void to_string_shows_no_personal_data() {
        assertThat(stored.toString()).doesNotContain("11010519491231002", "13900001234", "李示例", "王示例");
        assertThat(stored.personalData().toString()).doesNotContain("李示例", "11010519491231002X");
    }

    @Test
    void normalizes_typed_numbers() {
        LegalRepresentative typed =
                new LegalRepresentative(null, null, IdNumber.of(" 11010519491231002x "), null, null, null, null);

        assertThat(typed.normalisedIdNumber()).contains("11010519491231002X");
        assertThat(Phone.of("13900001234")).hasToString("139****1234");
    }
}
