package io.zizhi.review.decision.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonCatalogueTest {

    private final ReasonCatalogue catalogue = ReasonCatalogue.read();

    @Test
    void has_both_languages_and_only_usable_codes() {
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
                "/legalRepresentative/idNumber",
                "/administrator/phone",
                "/moreMaterial",
                "/moreMaterial/0",
                "/moreMaterial/10",
                "/letterId"
            })
    void knows_the_places_of_the_form(String pointer) {
        assertThat(catalogue.isInQualification(pointer, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nam",
                "/name/",
                "/company/certificate/number",
                "/legalRepresentative/phone",
                "/moreMaterial/",
                "/moreMaterial/01",
                "/moreMaterial/1000",
                "/moreMaterial/-",
                "/moreMaterial/*",
                "/moreMaterial/0/x",
                "/moreMaterial/١",
                "/letters"
            })
    void knows_no_other_places(String pointer) {
        assertThat(catalogue.isInQualification(pointer, true)).isFalse();
        assertThat(catalogue.isInLetter(pointer)).isFalse();
    }

    @Test
    void lists_places_of_a_letter_as_decisions_name_them() {
        assertThat(catalogue.placesWithLetter())
                .extracting(ReasonCatalogue.Place::pointer)
                .contains("/name", "/letter", "/letter/documentId", "/letter/signatureNames/*")
                .doesNotHaveDuplicates()
                .filteredOn(pointer -> !pointer.contains("*"))
                .allMatch(pointer -> catalogue.isInQualification(pointer, true));
    }

    @ParameterizedTest
    @CsvSource({"/letter,''", "/letter/signatureNames/3,/signatureNames/3", "/letter/documentId,/documentId"})
    void prefixes_places_of_a_carried_letter_only(String carried, String alone) {
        assertThat(catalogue.isInQualification(carried, true)).isTrue();
        assertThat(catalogue.isInQualification(carried, false)).isFalse();
        assertThat(catalogue.isInLetter(carried)).isFalse();
        assertThat(catalogue.isInLetter(alone)).isTrue();
    }
}
