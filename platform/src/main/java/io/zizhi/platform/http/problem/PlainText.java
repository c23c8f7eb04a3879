package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a string as Jackson does, but rejects malformed text with its pointer; see {@link TextForm}. */
final class PlainText extends StdScalarDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        String code = text == null ? null : TextForm.codeOf(text).orElse(null);
        if (code != null) {
            throw JsonMappingException.from(
                    context,
                    code,
                    Problems.badRequest(code, "", "The text must be valid Unicode without NUL characters."));
        }
        return text;
    }
}
