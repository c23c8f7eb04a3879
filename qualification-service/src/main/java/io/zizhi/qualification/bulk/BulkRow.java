package io.zizhi.qualification.bulk;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a sheet, from its parsed form to its submission. The form is erased when the row ends. */
@Entity
@Table(name = "bulk_row")
public class BulkRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long filingId;

    private int number;

    @Enumerated(EnumType.STRING)
    private RowState state;

    private @Nullable JsonObject content;

    private byte @Nullable [] personalData;

    private @Nullable Long qualificationId;

    /** Version of the draft to evaluate and submit. */
    private @Nullable Long qualificationVersion;

    private @Nullable Long workOrder;

    /** Findings about the row, under {@code items}. */
    private JsonObject findings;

    private int attempts;

    /** When the row is next due. Whoever claims the row moves this forward, so that nobody else works on it. */
    @Column
    private Instant nextAt;

    protected BulkRow() {}

    BulkRow(long filingId, int number, Instant now) {
        this.filingId = filingId;
        this.number = number;
        this.state = RowState.WAITING;
        this.findings = new JsonObject();
        this.nextAt = now;
    }

    void fill(JsonObject newContent, byte[] newPersonalData) {
        content = newContent;
        personalData = newPersonalData;
    }

    /** Ends the row as INVALID: its cells did not form a draft. */
    void invalid(JsonObject found) {
        end(RowState.INVALID);
        findings = found;
    }

    public void drafted(long newQualificationId, long version, Instant now) {
        qualificationId = newQualificationId;
        qualificationVersion = version;
        state = RowState.DRAFTED;
        again(now);
    }

    /** Marks the row as ready to be submitted with draft version {@code version}. */
    public void ready(long version, Instant now) {
        qualificationVersion = version;
        state = RowState.READY;
        findings = new JsonObject();
        again(now);
    }

    /** Marks the row as waiting for a phone verification, to be checked again at {@code next}. */
    public void awaitPhone(JsonObject found, Instant next) {
        state = RowState.AWAITING_PHONE;
        findings = found;
        again(next);
    }

    public void submitted(long newWorkOrder) {
        end(RowState.SUBMITTED);
        workOrder = newWorkOrder;
        findings = new JsonObject();
    }

    public void failed(JsonObject found) {
        end(RowState.FAILED);
        findings = found;
    }

    /** Postpones the row to {@code next} because a dependency is unavailable. */
    public void putOff(Instant next) {
        attempts++;
        nextAt = next;
    }

    private void again(Instant next) {
        attempts = 0;
        nextAt = next;
    }

    private void end(RowState last) {
        state = last;
        content = null;
        personalData = null;
    }

    public long id() {
        return id == null ? 0 : id;
    }

    public long filingId() {
        return filingId;
    }

    public int number() {
        return number;
    }

    public RowState state() {
        return state;
    }

    @Nullable
    JsonObject content() {
        return content;
    }

    byte @Nullable [] personalData() {
        return personalData;
    }

    public Optional<Long> qualificationId() {
        return Optional.ofNullable(qualificationId);
    }

    public Optional<Long> qualificationVersion() {
        return Optional.ofNullable(qualificationVersion);
    }

    Optional<Long> workOrder() {
        return Optional.ofNullable(workOrder);
    }

    JsonObject findings() {
        return findings;
    }

    public int attempts() {
        return attempts;
    }
}
