package io.zizhi.document.recognition.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.document.recognition.PictureSize;
import io.zizhi.document.recognition.Reading;
import io.zizhi.document.recognition.Reading.Done;
import io.zizhi.document.recognition.Reading.Failed;
import io.zizhi.document.recognition.Reading.Impossible;
import io.zizhi.document.recognition.Reading.Postponed;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.recognition.RecognitionHint;
import io.zizhi.document.recognition.service.ServiceAnswer.Answered;
import io.zizhi.document.recognition.service.ServiceAnswer.Broken;
import io.zizhi.document.recognition.service.ServiceAnswer.Late;
import io.zizhi.document.recognition.service.ServiceAnswer.NotReached;
import io.zizhi.document.testing.RecognitionDouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceVerdictTest {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Test
    void reads_an_answer_of_the_contract() {
        Done done = (Done) of(200, RecognitionDouble.ANSWER);
        assertThat(done.picture().form()).isEqualTo(RecognitionForm.ID_PORTRAIT);
        assertThat(done.picture().fields()).extracting("name").containsExactly("name", "idNumber");
        assertThat(done.picture().fields()).extracting("confirmed").containsExactly(null, true);
        assertThat(done.picture().hints()).containsExactly(RecognitionHint.GLARE);
        assertThat(done.size()).isEqualTo(new PictureSize(640, 400));
    }

    @Test
    void size_of_the_picture_may_be_missing() {
        String answer = RecognitionDouble.ANSWER.replace(", \"width\": 640, \"height\": 400", "");
        assertThat(answer).doesNotContain("640");
        assertThat(((Done) of(200, answer)).size()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"form\": \"ID_PORTRAIT\" | \"form\": \"LETTER\"",
                "\"confidence\": 0.98 | \"confidence\": 1.5",
                "\"confidence\": 0.97 | \"confidence\": \"high\"",
                "\"value\": \"赵示例\" | \"value\": 7",
                "\"value\": \"赵示例\" | \"value\": \"a\\nb\"",
                "\"value\": \"赵示例\" | \"value\": \" \"",
                "\"name\": \"name\" | \"name\": \"Full Name\"",
                "\"confirmed\": true | \"confirmed\": \"yes\"",
                "\"x\": 10 | \"x\": -1",
                "\"x\": 10 | \"x\": 0.5",
                "\"height\": 30 | \"depth\": 30",
                "\"colour\": true | \"colour\": null",
                "\"redSeal\": false | \"seal\": false",
                "00f0a1b2c3d4e5f6 | 00f0",
                "\"width\": 640 | \"width\": 0",
                "\"width\": 640 | \"width\": \"640\"",
                "\"width\": 640, | \"width\": null,",
                "\"hints\": [\"GLARE\", \"ADDED_LATER\"] | \"hints\": \"GLARE\"",
            })
    void one_wrong_value_makes_the_answer_unreadable(String right, String wrong) {
        assertThat(RecognitionDouble.ANSWER).contains(right);
        assertThat(of(200, RecognitionDouble.ANSWER.replace(right, wrong))).isEqualTo(new Failed("ANSWER_UNREADABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "<html>", "\"text\""})
    void other_content_is_unreadable(String body) {
        assertThat(of(200, body)).isEqualTo(new Failed("ANSWER_UNREADABLE"));
    }

    @Test
    void refuses_answers_with_too_many_fields() {
        String field = "{\"name\":\"name\",\"value\":\"x\",\"confidence\":1,"
                + "\"box\":{\"x\":0,\"y\":0,\"width\":1,\"height\":1}}";
        String answer = "{\"form\":\"OTHER_ID\",\"fields\":[" + (field + ",").repeat(50) + field
                + "],\"confidence\":1,\"hints\":[],\"colour\":true,\"redSeal\":true,"
                + "\"perceptualHash\":\"0000000000000000\"}";
        assertThat(of(200, answer)).isEqualTo(new Failed("ANSWER_UNREADABLE"));
        assertThat(of(200, null)).isEqualTo(new Failed("ANSWER_TOO_LARGE"));
    }

    @ParameterizedTest
    @CsvSource({
        "422, '{\"code\":\"UNDECODABLE\"}', UNDECODABLE",
        "400, '{\"code\":\"no code\"}', HTTP_400",
        "413, '', HTTP_413",
        "415, '{}', HTTP_415",
    })
    void a_refused_picture_is_given_up(int status, String body, String code) {
        assertThat(of(status, body)).isEqualTo(new Impossible(code));
    }

    @ParameterizedTest
    @CsvSource({
        "500, '{\"code\":\"CRASHED\"}', CRASHED",
        "500, '{\"code\":\"TIMED_OUT\"}', TIMED_OUT",
        "500, '', HTTP_500",
        "302, '', HTTP_302",
        "204, '', HTTP_204",
    })
    void other_errors_are_failed_attempts(int status, String body, String code) {
        assertThat(of(status, body)).isEqualTo(new Failed(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 407, 502, 503, 504})
    void outages_and_wrong_settings_are_no_attempts(int status) {
        assertThat(of(status, "")).isEqualTo(new Postponed("HTTP_" + status, PAUSE, true));
    }

    @Test
    void a_busy_service_sets_the_pause() {
        assertThat(busy(429, null)).isEqualTo(new Postponed("BUSY", Duration.ofSeconds(1), false));
        assertThat(busy(503, Duration.ofSeconds(7))).isEqualTo(new Postponed("BUSY", Duration.ofSeconds(7), false));
        assertThat(busy(503, Duration.ofDays(1))).isEqualTo(new Postponed("BUSY", Duration.ofMinutes(10), false));
    }

    @Test
    void no_answer_depends_on_what_was_sent() {
        assertThat(ServiceVerdict.of(new NotReached(), PAUSE))
                .isEqualTo(new Postponed("SERVICE_NOT_REACHED", PAUSE, true));
        assertThat(ServiceVerdict.of(new Broken(), PAUSE)).isEqualTo(new Failed("CRASHED"));
        assertThat(ServiceVerdict.of(new Late(), PAUSE)).isEqualTo(new Failed("TIMED_OUT"));
    }

    private static Reading of(int status, @Nullable String body) {
        return ServiceVerdict.of(new Answered(status, null, body), PAUSE);
    }

    private static Reading busy(int status, @Nullable Duration retryAfter) {
        return ServiceVerdict.of(new Answered(status, retryAfter, ""), PAUSE);
    }
}
