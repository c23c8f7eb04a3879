package io.zizhi.review.decision.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SubmittedContentTest {

    @Test
    void what_every_submission_brings_anew_is_no_change() {
        assertThat(SubmittedContent.hasNoChange(difference())).isTrue();
        assertThat(SubmittedContent.hasNoChange(
                        difference("/consent/noticeVersion", "/administrator/phoneVerificationId")))
                .isTrue();
        assertThat(SubmittedContent.hasNoChange(difference("/consent/noticeVersion", "/company/name")))
                .isFalse();
    }

    @Test
    void a_letter_that_was_corrected_is_a_change() {
        assertThat(SubmittedContent.hasNoChange(json("{'changes':[],'letter':{'changes':[]}}")))
                .isTrue();
        assertThat(SubmittedContent.hasNoChange(json("{'changes':[],'letter':{'changes':[{'pointer':'/validTo'}]}}")))
                .isFalse();
    }

    @Test
    void a_letter_is_the_same_while_nothing_that_is_judged_of_it_differs() {
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
