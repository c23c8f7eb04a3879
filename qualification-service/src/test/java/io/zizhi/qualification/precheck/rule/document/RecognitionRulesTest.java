package io.zizhi.qualification.precheck.rule.document;

import static io.zizhi.qualification.precheck.facts.PictureMother.HASH;
import static io.zizhi.qualification.precheck.facts.PictureMother.copy;
import static io.zizhi.qualification.precheck.facts.PictureMother.hashed;
import static io.zizhi.qualification.precheck.facts.PictureMother.hinting;
import static io.zizhi.qualification.precheck.facts.PictureMother.showing;
import static io.zizhi.qualification.precheck.facts.PictureMother.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.check.DocumentChecks;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.PictureHint;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.RecognitionState;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules about what was recognised in pictures. None of them ever fails a form. */
class RecognitionRulesTest {

    private static final String OTHER_EMBLEM = "1".repeat(32);
    private static final String CERTIFICATE_FIELD = "/company/certificate/documentId";
    private static final String EMBLEM_FIELD = "/administrator/emblemDocumentId";
    private static final String PORTRAIT_FIELD = "/administrator/portraitDocumentId";

    private final Rule values = new RecognisedValuesAgree();
    private final Rule legible = new PicturesLegible();
    private final Rule distinct = new PicturesDistinct();

    @Test
    void fields_that_equal_the_pictures_pass() {
        List<Outcome> outcomes = judge(
                values,
                Map.of(
                        FormMother.CERTIFICATE,
                        showing(
                                "BUSINESS_LICENSE",
                                value("name", FormMother.COMPANY_NAME),
                                value("creditCode", FormMother.CREDIT_CODE),
                                value("legalRepresentative", "李示例"),
                                value("validFrom", "2020-01-01"),
                                value("validTo", "2099-12-31"),
                                value("address", "某地")),
                        FormMother.PORTRAIT,
                        showing("ID_PORTRAIT", value("name", "王示例"), value("idNumber", "110105194912310038")),
                        FormMother.EMBLEM,
                        showing("ID_EMBLEM", value("validFrom", "2020-01-01"), value("validTo", "2099-12-31"))));

        assertThat(outcomes).allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
        assertThat(outcomes)
                .extracting(Outcome::pointer)
                .containsExactlyInAnyOrder(
                        "/company/name",
                        "/company/creditCode",
                        "/company/certificate/validFrom",
                        "/company/certificate/validTo",
                        "/legalRepresentative/name",
                        "/administrator/name",
                        "/administrator/idNumber",
                        "/administrator/validFrom",
                        "/administrator/validTo");
    }

    @ParameterizedTest
    @CsvSource({
        "name, 另一家示例有限公司, /company/name",
        "creditCode, 91330106673959655P, /company/creditCode",
        "legalRepresentative, 李例, /legalRepresentative/name",
        "validTo, 2030-01-01, /company/certificate/validTo"
    })
    void warns_about_other_values_on_the_certificate(String field, String shown, String pointer) {
        assertThat(judge(values, Map.of(FormMother.CERTIFICATE, showing("BUSINESS_LICENSE", value(field, shown)))))
                .extracting(outcome -> outcome.rule().code(), Outcome::pointer, Outcome::status)
                .containsExactly(tuple("RECOGNISED_VALUE_DIFFERS", pointer, OutcomeStatus.WARNING));
    }

    @ParameterizedTest
    @CsvSource({"idNumber, ID_PORTRAIT", "number, OTHER_ID"})
    void warns_about_another_id_number(String field, String form) {
        assertThat(judge(values, Map.of(FormMother.PORTRAIT, showing(form, value(field, "110105194912310021")))))
                .containsExactly(RecognisedValuesAgree.RECOGNISED_VALUE_DIFFERS
                        .saying(
                                "不一致之处：第 17、18 个字符（不计空格和标点）。",
                                "Characters that differ, without spaces and punctuation: 17, 18.")
                        .warning("/administrator/idNumber"));
    }

    @Test
    void ignores_values_recognised_with_little_confidence() {
        assertThat(judge(values, Map.of(FormMother.PORTRAIT, showing("ID_PORTRAIT", new Value("name", "玉示例", 0.5)))))
                .isEmpty();
    }

    @Test
    void one_of_two_pictures_that_differs_is_enough_for_a_warning() {
        assertThat(judge(
                        values,
                        Map.of(
                                FormMother.PORTRAIT, showing("OTHER_ID", value("name", "王示例")),
                                FormMother.EMBLEM, showing("OTHER_ID", value("name", "李示例")))))
                .containsExactly(RecognisedValuesAgree.RECOGNISED_VALUE_DIFFERS
                        .saying("不一致之处：第 1 个字符（不计空格和标点）。", "Characters that differ, without spaces and punctuation: 1.")
                        .warning("/administrator/name"));
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_SIDE, PICTURE_OTHER_SIDE",
        "UNREADABLE, PICTURE_UNREADABLE",
        "CROPPED, PICTURE_CROPPED",
        "GLARE, PICTURE_GLARE"
    })
    void warns_about_each_hint(PictureHint hint, String code) {
        assertThat(judge(legible, Map.of(FormMother.EMBLEM, hinting(hint))))
                .extracting(outcome -> outcome.rule().code(), Outcome::pointer, Outcome::status)
                .containsExactly(tuple(code, EMBLEM_FIELD, OutcomeStatus.WARNING));
    }

    @Test
    void other_side_is_not_also_reported_as_unreadable() {
        assertThat(judge(
                        legible,
                        Map.of(
                                FormMother.EMBLEM,
                                hinting(PictureHint.GLARE, PictureHint.UNREADABLE, PictureHint.OTHER_SIDE))))
                .extracting(outcome -> outcome.rule().code())
                .containsExactly("PICTURE_OTHER_SIDE", "PICTURE_GLARE");
    }

    @ParameterizedTest
    @EnumSource
    void unfinished_recognition_is_unknown_and_recognition_that_is_off_says_nothing(RecognitionState state) {
        List<Outcome> outcomes = judge(legible, Map.of(FormMother.EMBLEM, RecognisedPicture.without(state)));

        switch (state) {
            case NOT_APPLICABLE -> assertThat(outcomes).isEmpty();
            case PENDING, FAILED ->
                assertThat(outcomes).containsExactly(PicturesLegible.PICTURE_NOT_RECOGNISED.unknown(EMBLEM_FIELD));
            case DONE -> assertThat(outcomes).containsExactly(PicturesLegible.PICTURE_UNREADABLE.passed(EMBLEM_FIELD));
        }
        assertThat(judge(values, Map.of(FormMother.EMBLEM, RecognisedPicture.without(state))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "      , false, WARNING",
        "      , true , PASSED",
        " false, false, WARNING",
        " false, true , PASSED",
        " true , false, PASSED"
    })
    void a_copy_needs_a_red_seal(@Nullable Boolean colour, boolean redSeal, OutcomeStatus expected) {
        DocumentState state =
                new DocumentState(DocumentState.Status.AVAILABLE, "BUSINESS_LICENSE", null, colour, copy(redSeal));

        assertThat(new DocumentsUsable()
                        .judge(
                                FormMother.good(),
                                FactsMother.withDocuments(Optional.of(Map.of(FormMother.CERTIFICATE, state)))))
                .contains(new Outcome(DocumentChecks.RED_SEAL_NEEDED, CERTIFICATE_FIELD, expected));
    }

    @Test
    void warns_about_the_same_picture_as_both_sides() {
        assertThat(judge(
                        distinct,
                        Map.of(
                                FormMother.EMBLEM, hashed("ID_EMBLEM", HASH),
                                FormMother.PORTRAIT, hashed("ID_PORTRAIT", "00f0a1b2c3d4e509", value("name", "王示例")))))
                .extracting(Outcome::pointer, Outcome::status)
                .containsExactly(
                        tuple(EMBLEM_FIELD, OutcomeStatus.PASSED), tuple(PORTRAIT_FIELD, OutcomeStatus.WARNING));
    }

    @Test
    void pictures_that_look_different_are_not_the_same() {
        assertThat(judge(
                        distinct,
                        Map.of(
                                FormMother.EMBLEM, hashed("ID_EMBLEM", HASH),
                                FormMother.PORTRAIT, hashed("ID_PORTRAIT", "00f0a1b2c3d41a08"))))
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01, WARNING", "2021-01-01, PASSED"})
    void cards_of_two_persons_look_alike_but_show_other_values(String from, OutcomeStatus expected) {
        Map<String, RecognisedPicture> pictures = Map.of(
                OTHER_EMBLEM,
                hashed("ID_EMBLEM", HASH, value("validFrom", "2020-01-01")),
                FormMother.EMBLEM,
                hashed("ID_EMBLEM", HASH, value("validFrom", from)));

        assertThat(distinct.judge(represented("11010519491231002X"), FactsMother.recognising(pictures)))
                .extracting(Outcome::pointer, Outcome::status)
                .contains(tuple(EMBLEM_FIELD, expected));
    }

    @Test
    void cards_without_values_cannot_be_told_apart() {
        Map<String, RecognisedPicture> pictures =
                Map.of(OTHER_EMBLEM, hashed("ID_EMBLEM", HASH), FormMother.EMBLEM, hashed("ID_EMBLEM", HASH));

        assertThat(distinct.judge(represented("11010519491231002X"), FactsMother.recognising(pictures)))
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
    }

    @Test
    void one_person_may_have_the_same_picture_twice() {
        Map<String, RecognisedPicture> pictures = Map.of(
                OTHER_EMBLEM,
                hashed("ID_EMBLEM", HASH, value("validFrom", "2020-01-01")),
                FormMother.EMBLEM,
                hashed("ID_EMBLEM", HASH, value("validFrom", "2020-01-01")));

        assertThat(distinct.judge(represented("110105194912310038"), FactsMother.recognising(pictures)))
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
    }

    @Test
    void same_file_is_left_to_the_rules_about_bytes() {
        DocumentState same =
                new DocumentState(DocumentState.Status.AVAILABLE, "ID_EMBLEM", "same", true, hashed("ID_EMBLEM", HASH));

        assertThat(distinct.judge(
                        FormMother.good(),
                        FactsMother.withDocuments(
                                Optional.of(Map.of(FormMother.EMBLEM, same, FormMother.PORTRAIT, same)))))
                .allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
    }

    @Test
    void nothing_is_said_while_document_service_is_down() {
        for (Rule rule : List.of(values, legible, distinct)) {
            assertThat(rule.judge(FormMother.good(), FactsMother.withDocuments(Optional.empty())))
                    .isEmpty();
        }
    }

    private static List<Outcome> judge(Rule rule, Map<String, RecognisedPicture> pictures) {
        return rule.judge(FormMother.good(), FactsMother.recognising(pictures));
    }

    /** Returns a form whose legal representative has this number and a picture of the emblem side. */
    private static QualificationForm represented(String idNumber) {
        LegalRepresentative plain = FormMother.legalRepresentative();
        return FormMother.with(
                FormMother.company(FormMother.CREDIT_CODE),
                new LegalRepresentative(
                        plain.name(),
                        plain.idType(),
                        IdNumber.of(idNumber),
                        plain.validFrom(),
                        plain.validTo(),
                        OTHER_EMBLEM,
                        null),
                FormMother.administrator());
    }
}
