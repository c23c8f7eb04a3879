package io.zizhi.qualification.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.problem.Problems;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.dossier.Dossier;
import io.zizhi.qualification.dossier.DossierRepository;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.dossier.QualificationView;
import io.zizhi.qualification.evaluation.AdministeredCompanies;
import io.zizhi.qualification.evaluation.PhoneClaim;
import io.zizhi.qualification.precheck.Facts;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.revision.Revision;
import io.zizhi.qualification.revision.RevisionRepository;
import io.zizhi.qualification.timeline.Act;
import io.zizhi.qualification.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Accepts a submission in one transaction: freezes the working copy, gives it its work order and tells the others. The
 * account's row is locked first, so that two submissions of one account cannot both pass the rules about each other.
 *
 * @see io.zizhi.contracts.QualificationSubmitted
 */
@ApplicationScoped
public class AcceptSubmission {

    private final SubmissionKeyRepository keys;
    private final AccountIdentityRepository identities;
    private final DossierRepository dossiers;
    private final AdministeredCompanies administeredCompanies;
    private final Precheck precheck;
    private final RevisionRepository revisions;
    private final Outbox outbox;
    private final FilingRecord record;
    private final Clock clock;

    @Inject
    AcceptSubmission(
            SubmissionKeyRepository keys,
            AccountIdentityRepository identities,
            DossierRepository dossiers,
            AdministeredCompanies administeredCompanies,
            Precheck precheck,
            RevisionRepository revisions,
            Outbox outbox,
            FilingRecord record,
            Clock clock) {
        this.keys = keys;
        this.identities = identities;
        this.dossiers = dossiers;
        this.administeredCompanies = administeredCompanies;
        this.precheck = precheck;
        this.revisions = revisions;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<QualificationView> handle(Acceptance acceptance) {
        return keys.claim(acceptance, clock.instant())
                .invoke(AcceptSubmission::requireClaimed)
                .chain(() -> admit(acceptance))
                .chain(dossier -> submit(acceptance, dossier))
                .map(QualificationView::from);
    }

    /** The caller looks the key up when it sees this. */
    private static void requireClaimed(boolean claimed) {
        if (!claimed) {
            throw Problems.conflict("SUBMISSION_REPEATED", "This submission was accepted already.");
        }
    }

    /** Locks account and qualification and holds the form once more against what may have changed meanwhile. */
    private Uni<Dossier> admit(Acceptance acceptance) {
        return identities
                .verifiedLocked(acceptance.accountId())
                .chain(identity -> dossiers.lock(acceptance.accountId(), acceptance.id())
                        .invoke(dossier -> dossier.qualification()
                                .requireVersion(acceptance.version())
                                .requireSubmittable())
                        .call(dossier -> administeredCompanies.of(dossier).invoke(companies -> {
                            Facts facts = acceptance.facts().with(identity, companies);
                            Admission.require(precheck.evaluate(dossier.form(), facts), facts);
                        })));
    }

    private Uni<Dossier> submit(Acceptance acceptance, Dossier dossier) {
        Instant now = clock.instant();
        return revisions
                .nextWorkOrder()
                .map(workOrder -> freeze(acceptance, dossier, workOrder, now))
                .call(submitted ->
                        keys.complete(acceptance.accountId(), acceptance.key(), resultOf(acceptance, submitted)))
                .call(submitted -> outbox.append(SubmittedEvents.of(submitted)))
                .call(submitted -> note(acceptance, submitted, now));
    }

    private static Dossier freeze(Acceptance acceptance, Dossier dossier, long workOrder, Instant now) {
        Qualification qualification = dossier.qualification();
        Revision workingCopy = dossier.shown();
        String contactId =
                PhoneClaim.of(dossier.form().administrator()).orElseThrow().verificationId();
        workingCopy.submit(
                qualification.nextNumber(),
                workOrder,
                contactId,
                acceptance.caller().subject(),
                now);
        qualification.submit(dossier.form(), now);
        return dossier.afterSubmission();
    }

    private static EarlierSubmission resultOf(Acceptance acceptance, Dossier submitted) {
        Qualification qualification = submitted.qualification();
        return new EarlierSubmission(
                qualification.id(),
                submitted.shown().id(),
                acceptance.version(),
                qualification.version(),
                submitted.inForceOrder().orElse(null));
    }

    private Uni<Void> note(Acceptance acceptance, Dossier submitted, Instant now) {
        Revision revision = submitted.shown();
        return record.note(
                acceptance.caller(),
                Act.SUBMITTED,
                submitted.qualification(),
                revision,
                now,
                Map.of("revision", revision.number().orElseThrow()));
    }
}
