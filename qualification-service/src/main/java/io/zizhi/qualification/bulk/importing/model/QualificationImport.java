package io.zizhi.qualification.bulk.importing.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One uploaded sheet of an import. */
@Entity
@Table(name = "qualification_import")
public class QualificationImport {

    private static final String ITEMS = "items";

    @Id
    private long id;

    private String idempotencyKey;

    /** SHA-256 of the sheet, in hexadecimal. */
    @Column
    private String digest;

    private int rowCount;

    /** Number of rows of the sheet that were left out: its example. */
    private int skippedCount;

    /** The headers of the sheet as written, under {@code items}. */
    private JsonObject headers;

    private String uploadedBy;

    private Instant uploadedAt;

    private @Nullable String confirmedBy;

    private @Nullable Instant confirmedAt;

    private @Nullable String cancelledBy;

    private @Nullable Instant cancelledAt;

    protected QualificationImport() {}

    /**
     * Confirms the import for a second operator. Returns false, and changes nothing, if that operator has confirmed it
     * already. Fails with 403 for the operator who uploaded it, and with 409 if it is closed or no row can be imported.
     *
     * @param counts number of its rows by state
     */
    public boolean confirm(String operator, Map<ImportRowState, Long> counts, Instant now) {
        if (operator.equals(confirmedBy)) {
            return false;
        }
        requireOpen();
        if (operator.equals(uploadedBy)) {
            throw Problems.forbidden(
                    "SECOND_PERSON_REQUIRED", "You uploaded this import; another operator must confirm it.");
        }
        if (counts.containsKey(ImportRowState.WAITING)) {
            throw Problems.conflict(
                    "IMPORT_NOT_CHECKED", "The dry run is still checking rows. Confirm when the state is CHECKED.");
        }
        if (!counts.containsKey(ImportRowState.CHECKED)) {
            throw Problems.conflict("IMPORT_EMPTY", "No row of this import can be imported. Upload a corrected sheet.");
        }
        confirmedBy = operator;
        confirmedAt = now;
        return true;
    }

    /** Cancels the import. Returns false if it is cancelled already; fails with 409 if it is confirmed. */
    public boolean cancel(String operator, Instant now) {
        if (cancelledAt != null) {
            return false;
        }
        requireOpen();
        cancelledBy = operator;
        cancelledAt = now;
        return true;
    }

    private void requireOpen() {
        if (confirmedAt != null || cancelledAt != null) {
            throw Problems.conflict("IMPORT_CLOSED", "This import was already confirmed or cancelled.");
        }
    }

    public long id() {
        return id;
    }

    /** Fails with 422 if the key was used for another sheet. */
    public void requireSheet(String wanted) {
        if (!digest.equals(wanted)) {
            throw Problems.unprocessable(
                    "IDEMPOTENCY_KEY_REUSED",
                    "The Idempotency-Key " + idempotencyKey + " was used for another sheet. Send a new key.",
                    List.of());
        }
    }

    /** Returns headers as stored. */
    public static JsonObject stored(SheetHeaders headers) {
        return new JsonObject().put(ITEMS, new JsonArray(headers.texts()));
    }

    public SheetHeaders headers() {
        return SheetHeaders.stored(
                headers.getJsonArray(ITEMS).stream().map(String.class::cast).toList());
    }

    public int rowCount() {
        return rowCount;
    }

    public int skippedCount() {
        return skippedCount;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<String> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }
}
