package io.zizhi.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhi.bench.specimen.Degradation;
import io.zizhi.bench.specimen.FontSet;
import io.zizhi.bench.specimen.Specimen;
import io.zizhi.bench.specimen.SpecimenKind;
import io.zizhi.bench.specimen.SpecimenSet;
import io.zizhi.bench.specimen.Typeface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way from bytes to fields with the real models, on a few pictures. {@code bench/run recognition} measures. */
class LocalTextRecognitionTest {

    private static final long SEED = 7;

    private static LocalTextRecognition recognition;
    private static List<Typeface> typefaces;

    @BeforeAll
    static void load() {
        typefaces = FontSet.TUNING.installed(Path.of("/")).stream().limit(1).toList();
        recognition = new LocalTextRecognition(1);
    }

    @AfterAll
    static void close() {
        recognition.close();
    }

    @Test
    void reads_every_field_of_a_scanned_id_card() {
        Specimen specimen = specimen(SpecimenKind.ID_PORTRAIT, Degradation.CLEAN);
        Recognition found = recognition.recognize(DocumentForm.ID_PORTRAIT, specimen.jpeg());
        assertThat(values(found)).containsExactlyInAnyOrderEntriesOf(specimen.fields());
        assertThat(found.field("idNumber").orElseThrow().isConfirmed()).isTrue();
        assertThat(found.confidence()).isGreaterThan(0.9);
    }

    @Test
    void reads_a_turned_picture_and_boxes_it_as_uploaded() {
        Specimen specimen = specimen(SpecimenKind.ID_EMBLEM, Degradation.TURNED);
        Recognition found = recognition.recognize(DocumentForm.ID_EMBLEM, specimen.jpeg());
        assertThat(values(found)).containsExactlyInAnyOrderEntriesOf(specimen.fields());
    }

    @Test
    void refuses_bytes_that_are_no_picture() {
        assertThatThrownBy(() ->
                        recognition.recognize(DocumentForm.ID_EMBLEM, "no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodablePictureException.class);
    }

    private static Map<String, String> values(Recognition found) {
        return found.fields().stream().collect(Collectors.toMap(RecognizedField::name, RecognizedField::value));
    }

    private static Specimen specimen(SpecimenKind kind, Degradation degradation) {
        assumeTrue(
                !typefaces.isEmpty() || "true".equals(System.getenv("CI")),
                "no Chinese font; install one of " + FontSet.TUNING.packages());
        return new SpecimenSet(SEED, typefaces).draw(new SpecimenSet.Plan(kind, degradation, 0));
    }
}
