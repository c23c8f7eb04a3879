package io.zizhi.review.decision.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SubmittedContentTest {

    @Test
    void ignores_fields_that_every_submission_renews() {
        assertThat(SubmittedContent.hasNoChange(difference())).isTrue();
        assertThat(SubmittedContent.hasNoChange(
                        difference("/consent/noticeVersion", "/administrator/phoneVerificationId")))
                .isTrue();
        assertThat(SubmittedContent.hasNoChange(difference("/consent/noticeVersion", "/company/name")))
                .isFalse();
    }

    @Test
    void detects_a_corrected_letter() {
        assertThat(SubmittedContent.hasNoChange(json("{'changes':[],'letter':{'changes':[]}}")))
                .isTrue();
        assertThat(SubmittedContent.hasNoChange(json("{'changes':[],'letter':{'changes':[{'pointer':'/validTo'}]}}")))
                .isFalse();
    }

    @Test
    void ignores_letter_fields_that_are_not_compared() {
        JsonNode before = json("{'workOrder':1,'revision':1,'authoriser':'甲','signatureNames':['一']}");

        assertThat(SubmittedContent.isSameLetter(
                        before, json("{'workOrder':2,'revision':2,'authoriser':'甲','signatureNames':['一']}")))
                .isTrue();
        assertThat(SubmittedContent.isSameLetter(
                        before, json("{'workOrder':2,'revision':2,'authoriser':'甲','signatureNames':['一','二']}")))
                .isFalse();
    }

    private static JsonNode difference(String... pointers) {
        StringBuilder changes = new StringBuilder();
        for (String pointer : pointers) {
            changes.append(changes.isEmpty() ? "" : ",")
                    .append("{'pointer':'")
                    .append(pointer)
                    .append("'}");
        }
        return json("{'changes':[" + changes + "]}");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
