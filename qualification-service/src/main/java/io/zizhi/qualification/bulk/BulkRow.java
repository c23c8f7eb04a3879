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

/** One row of a sheet, from the form that it says to the submission that became of it. Its form is forgotten at its end. */
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

    /** The version of the draft that is evaluated and submitted. */
    private @Nullable Long qualificationVersion;

    private @Nullable Long workOrder;

    /** What is wrong with it, under {@code items}. */
    private JsonObject findings;

    private int attempts;

    /** Nothing is done about it before; whoever works on it puts it off, so that nobody else does. */
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

    /** No form could be made of it. */
    void invalid(JsonObject found) {
        end(RowState.INVALID);
        findings = found;
    }

    /** A draft was made of it. */
    public void drafted(long newQualificationId, long version, Instant now) {
        qualificationId = newQualificationId;
        qualificationVersion = version;
        state = RowState.DRAFTED;
        again(now);
    }

    /** It is to be submitted as it stands at {@code version}. */
    public void ready(long version, Instant now) {
        qualificationVersion = version;
        state = RowState.READY;
        findings = new JsonObject();
        again(now);
    }

    /** Only the phone is missing; looked for again at {@code next}. */
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

    /** Somebody who is needed does not answer; tried again at {@code next}. */
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
