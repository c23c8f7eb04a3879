package io.zizhi.qualification.bulk.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.reading.Sheet;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One uploaded sheet. */
@Entity
@Table(name = "bulk_filing")
public class BulkFiling {

    private static final String ITEMS = "items";

    @Id
    private long id;

    private String accountId;

    /**
     * Token subject of the uploader, on whose behalf the rows are submitted. Null in a row that an older release wrote,
     * until {@link BulkFilingRepository#fillUploaders} has filled it.
     */
    private @Nullable String uploadedBy;

    /** The same in the column that older releases read and write. Written for their replicas only; see ADR 0021. */
    private String subject;

    private int rowCount;

    /** Number of rows of the sheet that were left out: its example and rows that were submitted already. */
    private int skippedCount;

    /** The headers of the sheet as written, under {@code items}. */
    private JsonObject headers;

    private Instant createdAt;

    private @Nullable Instant cancelledAt;

    protected BulkFiling() {}

    public BulkFiling(long id, Caller applicant, Sheet sheet, Instant now) {
        this.id = id;
        this.accountId = applicant.requireAccount();
        this.uploadedBy = applicant.subject();
        this.subject = applicant.subject();
        this.rowCount = sheet.rows().size();
        this.skippedCount = sheet.skipped();
        this.headers = new JsonObject().put(ITEMS, new JsonArray(sheet.headers().texts()));
        this.createdAt = now;
    }

    /** Marks the filing as cancelled; its open rows are cancelled with it. */
    public void cancel(Instant now) {
        cancelledAt = now;
    }

    /** Returns the caller on whose behalf rows are processed in the background. */
    public Caller applicant() {
        return new Caller(uploadedBy == null ? subject : uploadedBy, accountId, Set.of(Roles.APPLICANT));
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    int rowCount() {
        return rowCount;
    }

    int skippedCount() {
        return skippedCount;
    }

    public SheetHeaders headers() {
        return SheetHeaders.stored(
                headers.getJsonArray(ITEMS).stream().map(String.class::cast).toList());
    }

    public Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }
}
