package io.zizhi.qualification.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;

/** Reads and writes the JSON in which forms, evaluations and findings are stored in the database. */
@Singleton
public class StoredJson {

    private final ObjectMapper json;
    private final ObjectReader stored;

    StoredJson(ObjectMapper json) {
        this.json = json;
        // A newer version of this service may have stored unknown fields.
        this.stored = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " could not be written", impossible);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return stored.forType(type).readValue(text);
        } catch (JsonProcessingException damaged) {
            // The cause may quote the text, which is personal data. Its location is enough.
            throw new IllegalStateException(type.getSimpleName() + " could not be read: " + damaged.getLocation());
        }
    }
}
