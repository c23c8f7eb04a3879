package io.zizhi.qualification.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.encryption.AccountCipher;
import io.zizhi.platform.encryption.FieldAddress;
import io.zizhi.qualification.bulk.sheet.RowFinding;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.form.PersonalData;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a form into a row and takes it out again, what it says of natural persons encrypted; and findings, which say nothing of any. */
@Singleton
public class RowSeal {

    private static final String ITEMS = "items";

    private final ObjectMapper json;
    private final ObjectReader stored;

    @Inject
    RowSeal(ObjectMapper json) {
        this.json = json;
        this.stored = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    void fill(BulkRow row, Particulars form, AccountCipher cipher) {
        row.fill(
                new JsonObject(write(form.withoutPersonalData())),
                cipher.encrypt(write(form.personalData()), address(row)));
    }

    /** The form of an open row. */
    public Particulars open(BulkRow row, AccountCipher cipher) {
        String personal = cipher.decrypt(Objects.requireNonNull(row.personalData()), address(row));
        return read(Objects.requireNonNull(row.content()).encode(), Particulars.class)
                .with(read(personal, PersonalData.class));
    }

    public JsonObject sealed(List<RowFinding> findings) {
        JsonArray items = new JsonArray();
        findings.forEach(finding -> items.add(new JsonObject(write(finding))));
        return new JsonObject().put(ITEMS, items);
    }

    List<RowFinding> findings(BulkRow row) {
        List<RowFinding> findings = new ArrayList<>();
        JsonArray items = row.findings().getJsonArray(ITEMS, new JsonArray());
        for (int index = 0; index < items.size(); index++) {
            findings.add(read(items.getJsonObject(index).encode(), RowFinding.class));
        }
        return findings;
    }

    private static FieldAddress address(BulkRow row) {
        return new FieldAddress("bulk_row", "personal_data", row.filingId() + "/" + row.number());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A row could not be written", impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return stored.forType(type).readValue(text);
        } catch (JsonProcessingException damaged) {
            // The cause may quote the text, which is personal; its place is enough.
            throw new IllegalStateException("A row could not be read: " + damaged.getLocation());
        }
    }
}
