package io.zizhi.qualification.bulk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.qualification.bulk.sheet.RowFinding;
import io.zizhi.qualification.form.PersonalData;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.StoredJson;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Stores forms and findings in rows and reads them back. The personal data of a form is encrypted. Findings contain no
 * personal data.
 */
@Singleton
public class RowSeal {

    private static final String ITEMS = "items";

    private final StoredJson json;

    RowSeal(StoredJson json) {
        this.json = json;
    }

    void fill(BulkRow row, QualificationForm form, AccountCipher cipher) {
        row.fill(
                new JsonObject(json.write(form.withoutPersonalData())),
                cipher.encrypt(json.write(form.personalData()), address(row)));
    }

    /** Returns the form of an open row. */
    public QualificationForm open(BulkRow row, AccountCipher cipher) {
        String personal = cipher.decrypt(Objects.requireNonNull(row.personalData()), address(row));
        return json.read(Objects.requireNonNull(row.content()).encode(), QualificationForm.class)
                .with(json.read(personal, PersonalData.class));
    }

    public JsonObject sealed(List<RowFinding> findings) {
        JsonArray items = new JsonArray();
        findings.forEach(finding -> items.add(new JsonObject(json.write(finding))));
        return new JsonObject().put(ITEMS, items);
    }

    List<RowFinding> findings(BulkRow row) {
        List<RowFinding> findings = new ArrayList<>();
        JsonArray items = row.findings().getJsonArray(ITEMS, new JsonArray());
        for (int index = 0; index < items.size(); index++) {
            findings.add(json.read(items.getJsonObject(index).encode(), RowFinding.class));
        }
        return findings;
    }

    private static FieldAddress address(BulkRow row) {
        return new FieldAddress("bulk_row", "personal_data", row.filingId() + "/" + row.number());
    }
}
