package io.zizhi.qualification.bulk.model;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One row of a sheet, from its parsed form to its submission. The form is erased when the row ends. */
@Entity
@DynamicUpdate
@Table(name = "bulk_row")
public class BulkRow {

    /** How long the cells of a row remain available for a correction after the row has ended. */
    static final Duration KEPT = Duration.ofDays(30);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long filingId;

    private int number;

    @Enumerated(EnumType.STRING)
    private RowState state;

    private @Nullable JsonObject content;

    private byte @Nullable [] personalData;

    /** Name of the qualification as written. */
    private @Nullable String name;

    /** Name of the company as written. */
    private @Nullable String companyName;

    /** The administrator's phone, masked and encrypted. */
    private byte @Nullable [] phone;

    /** The cells as written, encrypted. Erased when the row is submitted or skipped, and {@link #KEPT} after any other end. */
    private byte @Nullable [] cells;

    private @Nullable Long qualificationId;

    /** Whether the row updated the draft of an earlier filing instead of creating one. */
    private boolean draftUpdated;

    /** Version of the draft to evaluate and submit. */
    private @Nullable Long qualificationVersion;

    private @Nullable Long workOrder;

    /** Findings about the row, under {@code items}. */
    private JsonObject findings;

    private int attempts;

    /**
     * When the row is next due. A claim moves this forward, so that no other worker takes the row. After the row has
     * ended, this is when its cells are erased.
     */
    @Column
    private Instant nextAt;

    protected BulkRow() {}

    public BulkRow(long filingId, int number, Instant now) {
        this.filingId = filingId;
        this.number = number;
        this.state = RowState.WAITING;
        this.findings = new JsonObject();
        this.nextAt = now;
    }

    public void fill(JsonObject newContent, byte[] newPersonalData) {
        content = newContent;
        personalData = newPersonalData;
    }

    public void describe(@Nullable String newName, @Nullable String newCompanyName, byte[] newPhone, byte[] newCells) {
        name = newName;
        companyName = newCompanyName;
        phone = newPhone;
        cells = newCells;
    }

    /** Adds findings to a row that the rules have yet to judge. It ends as INVALID afterwards. */
    public void faulty(JsonObject found) {
        findings = found;
    }

    /** Ends the row as INVALID: its cells did not form a draft. */
    public void invalid(JsonObject found, Instant now) {
        end(RowState.INVALID, now);
        findings = found;
    }

    /** @param update whether the draft existed before and was updated */
    public void drafted(long newQualificationId, long version, boolean update, Instant now) {
        qualificationId = newQualificationId;
        draftUpdated = update;
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

    /** Marks the row as waiting until its letter has been reviewed. */
    public void awaitLetter(JsonObject found, Instant now) {
        state = RowState.AWAITING_LETTER;
        findings = found;
        again(now);
    }

    public void submitted(long newWorkOrder, Instant now) {
        end(RowState.SUBMITTED, now);
        cells = null;
        workOrder = newWorkOrder;
        findings = new JsonObject();
    }

    /** Ends the row without a submission, because the qualification of an earlier row is submitted already. */
    public void skipped(long submittedId, long itsWorkOrder, JsonObject found, Instant now) {
        end(RowState.SKIPPED, now);
        cells = null;
        qualificationId = submittedId;
        workOrder = itsWorkOrder;
        findings = found;
    }

    public void failed(JsonObject found, Instant now) {
        end(RowState.FAILED, now);
        findings = found;
    }

    /** Gives the draft to a row of a later filing. An open row ends as CANCELLED. */
    public void replaced(JsonObject found, Instant now) {
        if (state.isOpen()) {
            end(RowState.CANCELLED, now);
            findings = found;
        }
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

    private void end(RowState last, Instant now) {
        state = last;
        nextAt = now.plus(KEPT);
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

    public Optional<Long> workOrder() {
        return Optional.ofNullable(workOrder);
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<String> companyName() {
        return Optional.ofNullable(companyName);
    }

    public byte @Nullable [] phone() {
        return phone;
    }

    public byte @Nullable [] cells() {
        return cells;
    }

    boolean draftUpdated() {
        return draftUpdated;
    }

    /** Returns whether the row has findings; a WAITING row with findings is not drafted. */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    public JsonObject findings() {
        return findings;
    }

    public int attempts() {
        return attempts;
    }
}
