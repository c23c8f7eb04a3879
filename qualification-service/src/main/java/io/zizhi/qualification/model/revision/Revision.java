package io.zizhi.qualification.model.revision;

import io.vertx.core.json.JsonObject;
import io.zizhi.contracts.Evidence;
import io.zizhi.platform.http.problem.Problems;
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
import org.jspecify.annotations.Nullable;

/**
 * One state of the form: a working copy until it is submitted, immutable afterwards (a trigger sees to that, too). Only
 * {@link RevisionSeal} can read what it says of natural persons.
 */
@Entity
@Table(name = "revision")
public class Revision extends UnderReview {

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

    private @Nullable String administratorIndex;

    @Column
    private @Nullable String legalPersonIndex;

    private @Nullable String legalPersonIdIndex;

    private @Nullable String phoneIndex;

    private @Nullable String creditCode;

    private @Nullable String contactId;

    private @Nullable String consentActor;

    private @Nullable Instant submittedAt;

    /** When the applicant asked the desk to hurry with it. */
    private @Nullable Instant urgedAt;

    protected Revision() {}

    /** An empty working copy; {@link RevisionSeal#fill} fills it. */
    Revision(long id, long qualificationId, String accountId) {
        this.id = id;
        this.qualificationId = qualificationId;
        this.accountId = accountId;
    }

    /** Takes over what is filled in now, in the form in which it is stored. */
    void fill(JsonObject newContent, byte[] newPersonalData, @Nullable String newCreditCode, PersonIndexes persons) {
        if (workOrder != null) {
            throw new IllegalStateException("Revision " + id + " was submitted and is never changed");
        }
        content = newContent;
        personalData = newPersonalData;
        creditCode = newCreditCode;
        administratorIndex = persons.administratorId();
        legalPersonIndex = persons.legalPersonName();
        legalPersonIdIndex = persons.legalPersonId();
        phoneIndex = persons.phone();
    }

    /** Freezes it under a work order. */
    public void submit(int newNumber, long newWorkOrder, String newContactId, String submitter, Instant now) {
        if (workOrder != null) {
            throw new IllegalStateException("Revision " + id + " was submitted already");
        }
        number = newNumber;
        workOrder = newWorkOrder;
        contactId = newContactId;
        consentActor = submitter;
        // As the database keeps it: the first answer, the event and a repeated answer must say the same.
        submittedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The applicant asks the desk to hurry; once, and {@code patience} after the submission at the earliest. */
    public void urge(Instant now, Duration patience) {
        if (urgedAt != null) {
            throw Problems.conflict("ALREADY_URGED", "This submission was urged before.");
        }
        Instant earliest = Objects.requireNonNull(submittedAt).plus(patience);
        if (now.isBefore(earliest)) {
            throw Problems.conflict("URGE_TOO_EARLY", "It can be urged from " + earliest + " on.");
        }
        urgedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Who gave the consent that was submitted. */
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

    /** Name of the owner, where filled in. */
    public Optional<String> companyName() {
        return Optional.ofNullable(content.getJsonObject("company")).map(company -> company.getString("name"));
    }

    /** The authorization letter that it names. */
    public Optional<Long> letterId() {
        return Optional.ofNullable(content.getLong("letterId"));
    }

    /** Until when its evidence holds; without what is long-term or not filled in. */
    public List<EvidenceEnd> evidenceEnds() {
        List<EvidenceEnd> ends = new ArrayList<>();
        Optional.ofNullable(content.getJsonObject("company"))
                .map(company -> company.getJsonObject("certificate"))
                .ifPresent(certificate -> add(ends, Evidence.CERTIFICATE, certificate));
        Optional.ofNullable(content.getJsonObject("legalPerson"))
                .ifPresent(person -> add(ends, Evidence.LEGAL_PERSON, person));
        Optional.ofNullable(content.getJsonObject("administrator"))
                .ifPresent(person -> add(ends, Evidence.ADMINISTRATOR, person));
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

    /** By what the same id number of a legal person is found again. */
    public Optional<String> legalPersonIdIndex() {
        return Optional.ofNullable(legalPersonIdIndex);
    }

    /** By what the same phone of an administrator is found again. */
    public Optional<String> phoneIndex() {
        return Optional.ofNullable(phoneIndex);
    }

    public Optional<String> administratorIndex() {
        return Optional.ofNullable(administratorIndex);
    }

    /** The phone verification whose number receives the result; there once it is submitted. */
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
