package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Reads a date or an instant only from text such as {@code 2026-11-25} or {@code 2026-11-25T09:00:00+08:00}. Jackson
 * would also accept days or seconds since 1970, {@code [2026, 11, 25]}, and {@code []} as null.
 */
final class PlainTime<T> extends StdScalarDeserializer<T> {

    private final Class<T> type;
    private final Function<String, T> form;

    PlainTime(Class<T> type, Function<String, T> form) {
        super(type);
        this.type = type;
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        String text = parser.getText();
        try {
            return form.apply(text);
        } catch (DateTimeException otherForm) {
            return type.cast(context.handleWeirdStringValue(type, text, "not in ISO 8601 form"));
        }
    }
}
