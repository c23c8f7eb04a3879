package io.zizhi.qualification.model.qualification;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A qualification with its relevant revisions, decrypted.
 *
 * @param qualification the aggregate
 * @param revisions working copy, last submitted revision, revision in force and copied revision, by id
 * @param form form of the shown revision, including personal data
 * @param inForceForm form of the revision in force, if another revision is shown
 * @param copiedForm approved form of which the qualification is a copy, until one of its own is approved
 * @param ends expiry dates of the revision in force; empty if none is in force
 * @param decision decision on the last submitted revision, if any
 * @param cipher the cipher of the account
 * @param today today's date in Asia/Shanghai
 * @param urgeAfter how long after a submission it may be urged
 */
public record Dossier(
        Qualification qualification,
        Map<Long, Revision> revisions,
        QualificationForm form,
        Optional<QualificationForm> inForceForm,
        Optional<QualificationForm> copiedForm,
        List<EvidenceEnd> ends,
        Optional<Decision> decision,
        AccountCipher cipher,
        LocalDate today,
        Duration urgeAfter) {

    /** Returns the working copy, or the last submitted revision if there is none. */
    public Revision shown() {
        return revision(qualification.shownRevision());
    }

    /**
     * Returns the revision that the status refers to: the last submitted one, or the one in force after an amendment
     * was discarded.
     */
    public Optional<Revision> current() {
        return qualification.currentRevision().map(this::revision);
    }

    public Optional<Revision> inForce() {
        return qualification.inForceRevision().map(this::revision);
    }

    public Optional<Long> inForceOrder() {
        return inForce().flatMap(Revision::workOrder);
    }

    /** Returns the validity of the evidence of the revision in force; empty if none is in force. */
    public Optional<Validity> validity() {
        return qualification.inForceRevision().map(inForce -> new Validity(ends, today));
    }

    /** Returns the dossier after its working copy was submitted, without the decision on an earlier revision. */
    public Dossier afterSubmission() {
        return new Dossier(
                qualification,
                revisions,
                form,
                inForceForm,
                copiedForm,
                ends,
                Optional.empty(),
                cipher,
                today,
                urgeAfter);
    }

    /**
     * Returns the persons of the approved form that this form amends or copies; their photos were approved for them.
     */
    public List<IdentifiedPerson> approvedPersons() {
        return inForceForm.or(() -> copiedForm).map(QualificationForm::persons).orElse(List.of());
    }

    /** Returns from when on the submission in review may be urged; empty if none may be urged. */
    public Optional<Instant> urgeableAt() {
        return current()
                .filter(revision -> qualification.awaitsDecisionOn(revision.id()))
                .flatMap(revision -> revision.urgeableAt(urgeAfter));
    }

    private Revision revision(long id) {
        Revision revision = revisions.get(id);
        if (revision == null) {
            throw new IllegalStateException("Revision " + id + " is not in the dossier");
        }
        return revision;
    }
}
