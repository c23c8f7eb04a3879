package io.zizhi.qualification.signing.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingTimeline;
import io.zizhi.qualification.model.letter.FirstEnd;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.model.revision.WorkingCopies;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens an amendment after a carrier rejected the filing of a signature, so that the applicant can correct the data.
 * The approved revision stays in force. Does nothing if the qualification has changed or is being changed.
 */
@ApplicationScoped
class OpenFilingAmendment {

    private static final String OPENED = """
            select count(*) from timeline_entry where qualification_id = :qualification
                and act = 'AMENDMENT_OPENED' and cast(details ->> 'filingId' as bigint) = :filing""";

    private final QualificationRepository qualifications;
    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;
    private final WorkingCopies workingCopies;
    private final FirstEnd firstEnd;
    private final FilingRecord record;

    OpenFilingAmendment(
            QualificationRepository qualifications,
            RevisionRepository revisions,
            RevisionSeal seal,
            AccountCiphers ciphers,
            WorkingCopies workingCopies,
            FirstEnd firstEnd,
            FilingRecord record) {
        this.qualifications = qualifications;
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
        this.workingCopies = workingCopies;
        this.firstEnd = firstEnd;
        this.record = record;
    }

    /** Returns whether an amendment was opened for this filing, even if it was discarded or submitted since. */
    Uni<Boolean> wasOpenedFor(CarrierFiling rejected) {
        return new NativeQuery(OPENED)
                .with("qualification", rejected.qualificationId())
                .with("filing", rejected.id())
                .single(Long.class)
                .map(count -> count > 0);
    }

    /** Opens the amendment of the filing's qualification, which must be locked. */
    Uni<Void> handle(Caller system, CarrierFiling rejected, Instant now) {
        return qualifications
                .findAny(rejected.qualificationId())
                .chain(qualification -> canAmend(qualification, rejected)
                        ? open(system, rejected, qualification, now)
                        : Uni.createFrom().voidItem());
    }

    private static boolean canAmend(Qualification qualification, CarrierFiling rejected) {
        return !qualification.isDeleted()
                && qualification.status() == QualificationStatus.APPROVED
                && qualification.workingRevision().isEmpty()
                && qualification
                        .inForceRevision()
                        .filter(inForce -> inForce == rejected.revisionId())
                        .isPresent();
    }

    private Uni<Void> open(Caller system, CarrierFiling rejected, Qualification qualification, Instant now) {
        return form(qualification.accountId(), rejected.revisionId())
                .chain(form -> workingCopies
                        .open(qualification.accountId(), qualification.id(), form)
                        .call(copy -> firstEnd.of(qualification.accountId(), form)
                                .invoke(end -> qualification.edit(form, end, copy.id(), now))))
                .chain(copy -> record.record(
                        Actor.carrierFilingSystem(system),
                        Act.AMENDMENT_OPENED,
                        qualification,
                        copy,
                        now,
                        details(rejected)));
    }

    private Uni<QualificationForm> form(String accountId, long revisionId) {
        return revisions
                .findById(revisionId)
                .chain(revision -> ciphers.forAccount(accountId).map(cipher -> seal.open(revision, cipher)));
    }

    private static Map<String, Object> details(CarrierFiling rejected) {
        Map<String, Object> details = new HashMap<>(CarrierFilingTimeline.details(rejected));
        details.put("item", CarrierFilingView.ITEM);
        return details;
    }
}
