package io.zizhi.qualification.filing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.precheck.recognition.ComparedValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognitionFindingsTest {

    @Test
    void shows_where_masked_values_differ_but_no_characters() throws JsonProcessingException {
        RecognisedValue recognised = new RecognisedValue("/administrator/name", "张四", "a".repeat(32), "name", 0.99);

        RecognitionFindings findings =
                new RecognitionFindings(List.of(), List.of()).with(List.of(new ComparedValue(recognised, "张三")));

        assertThat(new ObjectMapper().writeValueAsString(findings.differences()))
                .isEqualTo("[{\"pointer\":\"/administrator/name\",\"recognised\":\"张*\",\"differsAt\":[1],"
                        + "\"confidence\":0.99,\"documentId\":\"" + "a".repeat(32) + "\"}]");
    }
}
