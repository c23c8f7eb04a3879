package io.zizhi.qualification.bulk.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.reading.RowForm;
import io.zizhi.qualification.form.PersonalData;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.StoredJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores forms, cells and findings in rows and reads them back. The personal data of a form and all cells are encrypted.
 * Findings contain no personal data.
 */
@Singleton
public class RowSeal {

    private static final String ITEMS = "items";
    private static final int MAX_COMPANY = 150;
    private static final int MAX_PHONE = 20;

    private final StoredJson json;

    RowSeal(StoredJson json) {
        this.json = json;
    }

    public void fill(BulkRow row, QualificationForm form, AccountCipher cipher) {
        row.fill(
                new JsonObject(json.write(form.withoutPersonalData())),
                cipher.encrypt(json.write(form.personalData()), address(row, "personal_data")));
    }

    /** Stores the cells as written, and what identifies the row in lists. */
    public void describe(BulkRow row, RowForm form, AccountCipher cipher) {
        JsonObject cells = new JsonObject();
        form.texts().forEach((column, text) -> cells.put(column.name(), text));
        String phone = Phone.of(form.text(SheetColumn.PHONE, MAX_PHONE)).masked();
        row.describe(
                blankToNull(form.text(SheetColumn.NAME, QualificationForm.MAX_NAME)),
                blankToNull(form.text(SheetColumn.COMPANY_NAME, MAX_COMPANY)),
                cipher.encrypt(phone, address(row, "phone")),
                cipher.encrypt(cells.encode(), address(row, "cells")));
    }

    private static @Nullable String blankToNull(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "");
        return printable.isBlank() ? null : printable;
    }

    /** Returns the masked phone of a row; null if it has none. */
    @Nullable
    public String phone(BulkRow row, AccountCipher cipher) {
        String masked = cipher.decryptOrNull(row.phone(), address(row, "phone"));
        return masked == null || masked.isEmpty() ? null : masked;
    }

    /** Returns the cells as written. Once they are erased, only the names of qualification and company remain. */
    public Map<SheetColumn, String> cells(BulkRow row, AccountCipher cipher) {
        Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        row.name().ifPresent(name -> texts.put(SheetColumn.NAME, name));
        row.companyName().ifPresent(name -> texts.put(SheetColumn.COMPANY_NAME, name));
        String cells = cipher.decryptOrNull(row.cells(), address(row, "cells"));
        if (cells != null) {
            new JsonObject(cells)
                    .forEach(cell -> texts.put(SheetColumn.valueOf(cell.getKey()), (String) cell.getValue()));
        }
        return texts;
    }

    /** Returns the form of an open row. */
    public QualificationForm open(BulkRow row, AccountCipher cipher) {
        String personal = cipher.decrypt(Objects.requireNonNull(row.personalData()), address(row, "personal_data"));
        return json.read(Objects.requireNonNull(row.content()).encode(), QualificationForm.class)
                .withStored(json.read(personal, PersonalData.class));
    }

    public JsonObject sealed(List<RowFinding> findings) {
        JsonArray items = new JsonArray();
        findings.forEach(finding -> items.add(new JsonObject(json.write(finding))));
        return new JsonObject().put(ITEMS, items);
    }

    public List<RowFinding> findings(BulkRow row) {
        List<RowFinding> findings = new ArrayList<>();
        JsonArray items = row.findings().getJsonArray(ITEMS, new JsonArray());
        for (int index = 0; index < items.size(); index++) {
            findings.add(json.read(items.getJsonObject(index).encode(), RowFinding.class));
        }
        return findings;
    }

    private static FieldAddress address(BulkRow row, String column) {
        return new FieldAddress("bulk_row", column, row.filingId() + "/" + row.number());
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("bulk_row", "filing_id", "bigint", "personal_data", "phone", "cells")
                .andKey("number", "integer")
                .below("bulk_filing", "id", "filing_id");
    }
}
