package io.zizhi.document.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.document.recognition.RecognisedField.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognisedPictureTest {

    /** As the first version stored it. It refuses any other field. */
    private static final String STORED = "{\"form\":\"ID_PORTRAIT\",\"fields\":[{\"name\":\"name\",\"value\":\"赵示例\","
            + "\"confidence\":0.98,\"box\":{\"x\":10,\"y\":20,\"width\":90,\"height\":30}}],\"hints\":[\"GLARE\"],"
            + "\"confidence\":0.97,\"colour\":true,\"redSeal\":false,\"perceptualHash\":\"00f0a1b2c3d4e5f6\"}";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void is_stored_so_that_older_replicas_can_read_it() throws JsonProcessingException {
        RecognisedPicture picture = new RecognisedPicture(
                RecognitionForm.ID_PORTRAIT,
                List.of(new RecognisedField("name", "赵示例", 0.98, null, new Box(10, 20, 90, 30))),
                List.of(RecognitionHint.GLARE),
                0.97,
                true,
                false,
                "00f0a1b2c3d4e5f6");

        assertThat(json.writeValueAsString(picture)).isEqualTo(STORED);
        assertThat(json.readValue(STORED, RecognisedPicture.class)).isEqualTo(picture);
    }
}
