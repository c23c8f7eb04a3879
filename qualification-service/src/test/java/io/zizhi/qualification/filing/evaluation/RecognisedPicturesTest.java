package io.zizhi.qualification.filing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.peer.document.DocumentAnswer;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.PictureHint;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.RecognitionState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognisedPicturesTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_APPLICABLE, NOT_APPLICABLE",
        "WAITING, PENDING",
        "RUNNING, PENDING",
        "DONE, DONE",
        "FAILED, FAILED",
        "OF_A_NEWER_VERSION, NOT_APPLICABLE"
    })
    void reads_each_state(String status, RecognitionState state) {
        assertThat(RecognisedPictures.from(new DocumentAnswer.Recognition(status, null, null, null, null, null, null)))
                .extracting(RecognisedPicture::state)
                .isEqualTo(state);
    }

    @Test
    void ignores_hints_and_hashes_of_a_newer_version() {
        RecognisedPicture picture = RecognisedPictures.from(new DocumentAnswer.Recognition(
                "DONE",
                "ID_PORTRAIT",
                List.of(new DocumentAnswer.Value("name", "王示例", 0.9)),
                List.of("GLARE", "ADDED_LATER"),
                false,
                true,
                "0123"));

        assertThat(picture)
                .isEqualTo(new RecognisedPicture(
                        RecognitionState.DONE,
                        "ID_PORTRAIT",
                        List.of(new RecognisedPicture.Value("name", "王示例", 0.9)),
                        java.util.Set.of(PictureHint.GLARE),
                        false,
                        true,
                        null));
        assertThat(picture).asString().doesNotContain("王示例");
    }

    @Test
    void an_older_service_reports_nothing() {
        assertThat(RecognisedPictures.from(null)).isNull();
    }
}
