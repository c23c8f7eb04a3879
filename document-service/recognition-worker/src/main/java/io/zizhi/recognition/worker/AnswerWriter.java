package io.zizhi.recognition.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.zizhi.recognition.Hint;
import io.zizhi.recognition.PictureBox;
import io.zizhi.recognition.Recognition;
import io.zizhi.recognition.RecognizedField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Writes a recognition as the JSON that {@code docs/recognition.md} defines. */
final class AnswerWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private AnswerWriter() {}

    static byte[] write(Recognition recognition) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("form", recognition.form().name());
            json.writeArrayFieldStart("fields");
            for (RecognizedField field : recognition.fields()) {
                write(json, field);
            }
            json.writeEndArray();
            json.writeNumberField("confidence", share(recognition.confidence()));
            json.writeArrayFieldStart("hints");
            for (Hint hint : recognition.hints().stream().sorted().toList()) {
                json.writeString(hint.name());
            }
            json.writeEndArray();
            json.writeBooleanField("colour", recognition.picture().isColoured());
            json.writeBooleanField("redSeal", recognition.picture().hasRedSeal());
            json.writeStringField(
                    "perceptualHash",
                    HexFormat.of().toHexDigits(recognition.picture().perceptualHash()));
            json.writeNumberField("width", recognition.picture().width());
            json.writeNumberField("height", recognition.picture().height());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, RecognizedField field) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeStringField("value", field.value());
        json.writeNumberField("confidence", share(field.confidence()));
        if (field.isConfirmed() != null) {
            json.writeBooleanField("confirmed", field.isConfirmed());
        }
        PictureBox box = field.box();
        json.writeObjectFieldStart("box");
        // The place of a field at the edge of a tilted picture is computed and may lie a little outside.
        json.writeNumberField("x", Math.max(0, box.x()));
        json.writeNumberField("y", Math.max(0, box.y()));
        json.writeNumberField("width", Math.max(0, box.width()));
        json.writeNumberField("height", Math.max(0, box.height()));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Rounds to three decimals, which is more than the engine knows. */
    private static double share(double value) {
        return Math.round(Math.clamp(value, 0, 1) * 1000) / 1000.0;
    }
}
