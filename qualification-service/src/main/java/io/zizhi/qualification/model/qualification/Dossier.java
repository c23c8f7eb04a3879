package io.zizhi.qualification.model.qualification;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A qualification with the revisions that matter, opened.
 *
 * @param qualification the aggregate
 * @param revisions working copy, revision submitted last and revision in force, by id
 * @param form what the shown revision holds, personal data included
 * @param inForceForm what the revision in force holds, where another one is shown
 * @param ends what of the revision in force ends some day; nothing where none is in force
 * @param decision what the reviewer said of the revision submitted last, once it is decided
 * @param cipher the cipher of the account
 * @param today the day in Asia/Shanghai
 */
public record Dossier(
        Qualification qualification,
        Map<Long, Revision> revisions,
        Particulars form,
        Optional<Particulars> inForceForm,
        List<EvidenceEnd> ends,
        Optional<Decision> decision,
        AccountCipher cipher,
        LocalDate today) {

    /** The working copy, else the revision submitted last. */
    public Revision shown() {
        return revision(qualification.shownRevision());
    }

    /** The revision that the status speaks of: the one submitted last, unless an amendment was discarded since. */
    public Optional<Revision> current() {
        return qualification.currentRevision().map(this::revision);
    }

    /** The approved revision that counts. */
    public Optional<Revision> inForce() {
        return qualification.inForceRevision().map(this::revision);
    }

    /** The work order of the revision in force. */
    public Optional<Long> inForceOrder() {
        return inForce().flatMap(Revision::workOrder);
    }

    /** Whether the evidence of the revision in force holds; nothing where none is in force. */
    public Optional<Validity> validity() {
        return qualification.inForceRevision().map(inForce -> new Validity(ends, today));
    }

    /** The same after its working copy was submitted: the decision on an earlier revision is no longer shown. */
    public Dossier afterSubmission() {
        return new Dossier(qualification, revisions, form, inForceForm, ends, Optional.empty(), cipher, today);
    }

    private Revision revision(long id) {
        Revision revision = revisions.get(id);
        if (revision == null) {
            throw new IllegalStateException("Revision " + id + " is not in the dossier");
        }
        return revision;
    }
}
