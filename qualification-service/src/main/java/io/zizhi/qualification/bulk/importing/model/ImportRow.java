package io.zizhi.qualification.bulk.importing.model;

import io.vertx.core.json.JsonObject;
import io.zizhi.qualification.model.revision.Provenance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One row of an import, from its parsed form to its qualification. The form is erased when the row ends. */
@Entity
@DynamicUpdate
@Table(name = "import_row")
public class ImportRow {

    @Id
    private long id;

    private long importId;

    private int number;

    @Enumerated(EnumType.STRING)
    private ImportRowState state;

    private @Nullable String accountId;

    private @Nullable String sourceSystem;

    private @Nullable String sourceReference;

    private @Nullable LocalDate approvedOn;

    private @Nullable LocalDate validUntil;

    private @Nullable JsonObject content;

    private byte @Nullable [] personalData;

    private @Nullable Long qualificationId;

    private @Nullable Long workOrder;

    /** Findings about the row, under {@code items}. */
    private JsonObject findings;

    private int attempts;

    /** When the row is next due. A claim moves this forward, so that no other worker takes the row. */
    @Column
    private Instant nextAt;

    protected ImportRow() {}

    /** Records that the row can be imported; its findings are warnings. */
    public void checked(JsonObject found) {
        state = ImportRowState.CHECKED;
        findings = found;
        attempts = 0;
    }

    /** Ends the row: it cannot be imported. */
    public void refused(JsonObject found) {
        end(state == ImportRowState.CONFIRMED ? ImportRowState.FAILED : ImportRowState.INVALID);
        findings = found;
    }

    public void imported(long newWorkOrder) {
        end(ImportRowState.IMPORTED);
        workOrder = newWorkOrder;
    }

    /** Postpones the row to {@code next} because a dependency is unavailable. */
    public void putOff(Instant next) {
        attempts++;
        nextAt = next;
    }

    private void end(ImportRowState last) {
        state = last;
        content = null;
        personalData = null;
    }

    public long id() {
        return id;
    }

    public long importId() {
        return importId;
    }

    public int number() {
        return number;
    }

    public ImportRowState state() {
        return state;
    }

    /** Returns the account; fails if the cell was unreadable, which ends a row at once. */
    public String requireAccount() {
        return Objects.requireNonNull(accountId);
    }

    /** Returns the approval by the other system; fails if one of its cells was unreadable. */
    public Provenance requireSource() {
        return new Provenance(
                Objects.requireNonNull(sourceSystem),
                Objects.requireNonNull(sourceReference),
                Objects.requireNonNull(approvedOn),
                validUntil);
    }

    public Optional<String> accountId() {
        return Optional.ofNullable(accountId);
    }

    public Optional<String> sourceSystem() {
        return Optional.ofNullable(sourceSystem);
    }

    public Optional<String> sourceReference() {
        return Optional.ofNullable(sourceReference);
    }

    @Nullable
    JsonObject content() {
        return content;
    }

    byte @Nullable [] personalData() {
        return personalData;
    }

    /** Returns the number drawn for the qualification, which exists once the row is IMPORTED. */
    public Optional<Long> qualificationId() {
        return Optional.ofNullable(qualificationId);
    }

    public Optional<Long> workOrder() {
        return Optional.ofNullable(workOrder);
    }

    JsonObject findings() {
        return findings;
    }

    public int attempts() {
        return attempts;
    }
}
