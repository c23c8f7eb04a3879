package io.zizhi.qualification.bulk.importing.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.qualification.form.PersonalData;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.StoredJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Stores forms and findings in the rows of imports and reads them back. The personal data of a form is encrypted.
 * Findings contain no personal data.
 */
@Singleton
public class ImportSeal {

    private static final String ITEMS = "items";

    private final StoredJson json;

    ImportSeal(StoredJson json) {
        this.json = json;
    }

    /** Returns the part of a form that is stored unencrypted. */
    public String content(QualificationForm form) {
        return json.write(form.withoutPersonalData());
    }

    public byte[] personalData(long importId, int number, QualificationForm form, AccountCipher cipher) {
        return cipher.encrypt(json.write(form.personalData()), address(importId, number));
    }

    /** Returns the form of a row that has not ended. */
    public QualificationForm open(ImportRow row, AccountCipher cipher) {
        String personal =
                cipher.decrypt(Objects.requireNonNull(row.personalData()), address(row.importId(), row.number()));
        return json.read(Objects.requireNonNull(row.content()).encode(), QualificationForm.class)
                .withStored(json.read(personal, PersonalData.class));
    }

    /** Returns the findings as stored. */
    public JsonObject sealed(List<ImportFinding> findings) {
        JsonArray items = new JsonArray();
        findings.forEach(finding -> items.add(new JsonObject(json.write(finding))));
        return new JsonObject().put(ITEMS, items);
    }

    public List<ImportFinding> findings(ImportRow row) {
        List<ImportFinding> findings = new ArrayList<>();
        JsonArray items = row.findings().getJsonArray(ITEMS, new JsonArray());
        for (int index = 0; index < items.size(); index++) {
            findings.add(json.read(items.getJsonObject(index).encode(), ImportFinding.class));
        }
        return findings;
    }

    private static FieldAddress address(long importId, int number) {
        return new FieldAddress("import_row", "personal_data", importId + "/" + number);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("import_row", "import_id", "bigint", "personal_data")
                .andKey("number", "integer");
    }
}
