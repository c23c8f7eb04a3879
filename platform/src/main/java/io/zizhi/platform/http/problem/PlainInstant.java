package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads an instant only from text such as {@code 2026-11-25T09:00:00+08:00}. Jackson would also accept seconds since
 * 1970, as a number or as text.
 */
final class PlainInstant extends StdScalarDeserializer<Instant> {

    PlainInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an instant");
        }
    }
}
