package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;

/** Reads the value of an enumeration exactly as documented. Jackson would ignore blanks around it. */
final class PlainEnum extends DelegatingDeserializer {

    private PlainEnum(JsonDeserializer<?> jackson) {
        super(jackson);
    }

    /** Wraps the deserializer of every enumeration. */
    static BeanDeserializerModifier everywhere() {
        return new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription description,
                    JsonDeserializer<?> deserializer) {
                return new PlainEnum(deserializer);
            }
        };
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> jackson) {
        return new PlainEnum(jackson);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            String text = parser.getText();
            if (!text.equals(text.trim())) {
                return context.handleWeirdStringValue(handledType(), text, "not one of the values");
            }
        }
        return super.deserialize(parser, context);
    }
}
