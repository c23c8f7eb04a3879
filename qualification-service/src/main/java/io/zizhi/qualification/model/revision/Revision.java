package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.Evidence;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One state of the form. It is a working copy until it is submitted and immutable afterwards, which a trigger also
 * enforces. Only {@link RevisionSeal} can read its personal data.
 */
@Entity
@DynamicUpdate
@Table(name = "revision")
public class Revision extends UnderReview {

    /** Most changes of the due time that are kept for the applicant. */
    static final int MOST_DUE_CHANGES = 20;

    private static final String ITEMS = "items";

    @Id
    private long id;

    private long qualificationId;

    private String accountId;

    private @Nullable Integer number;

    private @Nullable Long workOrder;

    @Column
    private JsonObject content;

    @Column
    private byte[] personalData;

    @Column
    private @Nullable String administratorIndex;

    @Column
    private @Nullable String legalRepresentativeIndex;

    @Column
    private @Nullable String legalRepresentativeIdIndex;

    @Column
    private @Nullable String phoneIndex;

    private @Nullable String creditCode;

    private @Nullable String contactId;

    private @Nullable String consentActor;

    private @Nullable Instant submittedAt;

    /** When the applicant asked the reviewers to hurry. */
    private @Nullable Instant urgedAt;

    /** Its {@code items} are the newest changes of the due time, oldest first. Null before the first. */
    private @Nullable JsonObject dueChanges;

    /** The approval from which the revision was imported; null if it was submitted here. */
    private @Nullable JsonObject provenance;

    protected Revision() {}

    /** Creates an empty working copy; {@link RevisionSeal#fill} fills it. */
    Revision(long id, long qualificationId, String accountId) {
        this.id = id;
        this.qualificationId = qualificationId;
        this.accountId = accountId;
    }

    /** Replaces the content, given in the form in which it is stored. */
    void fill(JsonObject newContent, byte[] newPersonalData, @Nullable String newCreditCode, PersonIndexes persons) {
        if (workOrder != null) {
            throw new IllegalStateException("Revision " + id + " was submitted and is never changed");
        }
        content = newContent;
        personalData = newPersonalData;
        creditCode = newCreditCode;
        administratorIndex = stored(persons.administratorId());
        legalRepresentativeIndex = stored(persons.legalRepresentativeName());
        legalRepresentativeIdIndex = stored(persons.legalRepresentativeId());
        phoneIndex = stored(persons.phone());
    }

    private static @Nullable String stored(@Nullable BlindHash hash) {
        return hash == null ? null : hash.stored();
    }

    /** Replaces the personal data by the same with recognised values, before the submission. */
    void sealRecognised(byte[] newPersonalData) {
        if (workOrder != null) {
            throw new IllegalStateException("Revision " + id + " was submitted and is never changed");
        }
        personalData = newPersonalData;
    }

    /** Moves the remark from the plain part of the form to its personal data, also in a submitted revision. */
    void sealRemark(byte[] newPersonalData) {
        JsonObject rest = content.copy();
        rest.remove("remark");
        content = rest;
        personalData = newPersonalData;
    }

    /** Submits the revision under a work order; it is immutable from then on. */
    public void submit(int newNumber, long newWorkOrder, String newContactId, String submitter, Instant now) {
        if (workOrder != null) {
            throw new IllegalStateException("Revision " + id + " was submitted already");
        }
        number = newNumber;
        workOrder = newWorkOrder;
        contactId = newContactId;
        consentActor = submitter;
        // PostgreSQL stores microseconds. The first answer, the event and a repeated answer must show the same value.
        submittedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Makes the revision the first one of an imported qualification. It is immutable from then on. Nobody gave a consent
     * or verified a phone for it.
     */
    void importFrom(Provenance source, long newWorkOrder, Instant now) {
        if (workOrder != null) {
            throw new IllegalStateException("Revision " + id + " was submitted already");
        }
        number = 1;
        workOrder = newWorkOrder;
        submittedAt = now.truncatedTo(ChronoUnit.MICROS);
        provenance = new JsonObject(source.fields());
    }

    /** Returns the approval from which the revision was imported; empty if it was submitted here. */
    public Optional<Provenance> provenance() {
        return Optional.ofNullable(provenance).map(Provenance::from);
    }

    /**
     * Records that the applicant asked the reviewers to hurry. Allowed once, and not earlier than {@code patience}
     * after the submission.
     */
    public void urge(Instant now, Duration patience) {
        if (urgedAt != null) {
            throw Problems.conflict("ALREADY_URGED", "This submission was already urged; it can be urged only once.");
        }
        Instant earliest = Objects.requireNonNull(submittedAt).plus(patience);
        if (now.isBefore(earliest)) {
            throw Problems.conflict("URGE_TOO_EARLY", "The submission can be urged from " + earliest + " on.");
        }
        urgedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns the earliest time at which the submission may be urged; empty if it was not submitted or was already
     * urged.
     */
    public Optional<Instant> urgeableAt(Duration patience) {
        return urgedAt == null ? Optional.ofNullable(submittedAt).map(at -> at.plus(patience)) : Optional.empty();
    }

    /** Sets a later due time, which a supervisor allowed. */
    public void extend(Instant newDueAt, boolean provisional, ExtensionReason reason, Instant at) {
        recordDueChange(newDueAt, reason, at);
        postpone(newDueAt, provisional);
    }

    /** Sets another due time after a change of policies or calendar. */
    public void reschedule(Instant newDueAt, String policy, boolean provisional, Instant at) {
        recordDueChange(newDueAt, null, at);
        schedule(newDueAt, policy, provisional);
    }

    private void recordDueChange(Instant newDueAt, @Nullable ExtensionReason reason, Instant at) {
        Instant previous = dueAt();
        if (previous == null || previous.equals(newDueAt)) {
            return;
        }
        List<DueChange> changes = new ArrayList<>(dueChanges());
        changes.add(new DueChange(at, previous, newDueAt, reason));
        JsonArray kept = new JsonArray();
        changes.subList(Math.max(0, changes.size() - MOST_DUE_CHANGES), changes.size())
                .forEach(change -> kept.add(change.stored()));
        dueChanges = new JsonObject().put(ITEMS, kept);
    }

    /** Returns the newest changes of the due time, oldest first. */
    public List<DueChange> dueChanges() {
        return dueChanges == null
                ? List.of()
                : dueChanges.getJsonArray(ITEMS).stream()
                        .map(JsonObject.class::cast)
                        .map(DueChange::of)
                        .toList();
    }

    /** Returns the person who gave the consent. */
    public Optional<String> consentActor() {
        return Optional.ofNullable(consentActor);
    }

    @Override
    protected FieldAddress decisionAddress() {
        return new FieldAddress("revision", "decision", Long.toString(id));
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public long qualificationId() {
        return qualificationId;
    }

    public Optional<Integer> number() {
        return Optional.ofNullable(number);
    }

    public Optional<Long> workOrder() {
        return Optional.ofNullable(workOrder);
    }

    JsonObject content() {
        return content;
    }

    byte[] personalData() {
        return personalData;
    }

    /** Returns the name of the owner, if filled in. */
    public Optional<String> companyName() {
        return Optional.ofNullable(content.getJsonObject("company")).map(company -> company.getString("name"));
    }

    /** Returns the id of the authorization letter, if one is named. */
    public Optional<Long> letterId() {
        return Optional.ofNullable(content.getLong("letterId"));
    }

    /** Returns the expiry dates of its evidence, without evidence that is long-term or not filled in. */
    public List<EvidenceEnd> evidenceEnds() {
        List<EvidenceEnd> ends = new ArrayList<>();
        Optional.ofNullable(content.getJsonObject("company"))
                .map(company -> company.getJsonObject("certificate"))
                .ifPresent(certificate -> add(ends, Evidence.CERTIFICATE, certificate));
        Optional.ofNullable(content.getJsonObject("legalRepresentative"))
                .ifPresent(person -> add(ends, Evidence.LEGAL_REPRESENTATIVE, person));
        Optional.ofNullable(content.getJsonObject("administrator"))
                .ifPresent(person -> add(ends, Evidence.ADMINISTRATOR, person));
        provenance()
                .flatMap(source -> EvidenceEnd.of(Evidence.IMPORTED_APPROVAL, source.validUntil()))
                .ifPresent(ends::add);
        return ends;
    }

    private static void add(List<EvidenceEnd> ends, Evidence evidence, JsonObject part) {
        String validTo = part.getString("validTo");
        EvidenceEnd.of(evidence, validTo == null ? null : LocalDate.parse(validTo))
                .ifPresent(ends::add);
    }

    public Optional<String> creditCode() {
        return Optional.ofNullable(creditCode);
    }

    /** Returns the phone verification whose number receives the result; empty before a submission and for imports. */
    public Optional<String> contactId() {
        return Optional.ofNullable(contactId);
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant urgedAt() {
        return urgedAt;
    }
}
