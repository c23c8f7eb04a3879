package io.zizhi.review.decision.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonCatalogueTest {

    private final ReasonCatalogue catalogue = ReasonCatalogue.read();

    @Test
    void it_speaks_both_languages_and_every_code_is_usable() {
        assertThat(catalogue.items()).hasSize(42).allSatisfy(entry -> {
            assertThat(entry.code()).matches("[A-Z][A-Z_]+");
            assertThat(entry.zh()).isNotBlank();
            assertThat(entry.en()).isNotBlank();
            assertThat(entry.adviceZh()).isNotBlank();
            assertThat(entry.adviceEn()).isNotBlank();
            assertThat(entry.rejection() || entry.supplement()).isTrue();
        });
        assertThat(catalogue.places()).allSatisfy(ReasonCatalogueTest::speaksBothLanguages);
        assertThat(catalogue.letterPlaces()).allSatisfy(ReasonCatalogueTest::speaksBothLanguages);
    }

    private static void speaksBothLanguages(ReasonCatalogue.Place place) {
        assertThat(place.zh()).isNotBlank();
        assertThat(place.en()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/name",
                "/company/certificate",
                "/company/certificate/validTo",
                "/legalPerson/idNumber",
                "/administrator/phone",
                "/moreMaterial",
                "/moreMaterial/0",
                "/moreMaterial/10",
                "/letterId"
            })
    void places_of_the_form_are_known(String pointer) {
        assertThat(catalogue.isInQualification(pointer, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nam",
                "/name/",
                "/company/certificate/number",
                "/legalPerson/phone",
                "/moreMaterial/",
                "/moreMaterial/01",
                "/moreMaterial/1000",
                "/moreMaterial/-",
                "/moreMaterial/*",
                "/moreMaterial/0/x",
                "/moreMaterial/١",
                "/letters"
            })
    void anything_else_is_no_place(String pointer) {
        assertThat(catalogue.isInQualification(pointer, true)).isFalse();
        assertThat(catalogue.isInLetter(pointer)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/letter,''", "/letter/signatureNames/3,/signatureNames/3", "/letter/documentId,/documentId"})
    void places_of_a_letter_stand_under_it_where_it_is_carried_and_by_themselves_where_it_is_alone(
            String carried, String alone) {
        assertThat(catalogue.isInQualification(carried, true)).isTrue();
        assertThat(catalogue.isInQualification(carried, false)).isFalse();
        assertThat(catalogue.isInLetter(carried)).isFalse();
        assertThat(catalogue.isInLetter(alone)).isTrue();
    }
}
