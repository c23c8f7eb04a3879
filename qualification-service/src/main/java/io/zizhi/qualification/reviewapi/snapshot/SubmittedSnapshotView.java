package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A submitted revision as shown to reviewers. The types of names, id numbers and phones mask their values.
 *
 * @param workOrder work order of the revision
 * @param qualificationId id of the qualification
 * @param accountId the account that owns it
 * @param revision number of the revision
 * @param name name of the qualification
 * @param purpose own use or third party
 * @param ownerType kind of owner of the signature
 * @param submittedAt when it was submitted
 * @param consent who agreed to which version of the notice, and when
 * @param evaluation pre-check results that did not pass, including those only reviewers see; null if none are stored
 * @param form the form
 * @param letter the authorization letter that the revision names; null if it names none
 * @param documents all fields of the form and the letter that name a document
 */
public record SubmittedSnapshotView(
        long workOrder,
        long qualificationId,
        String accountId,
        int revision,
        String name,
        Purpose purpose,
        OwnerType ownerType,
        @Nullable Instant submittedAt,
        GivenConsent consent,
        @Nullable ReviewerFindings evaluation,
        QualificationForm form,
        @Nullable LetterSnapshotView letter,
        List<DocumentUse> documents) {

    private static final String LETTER = "/letter";

    static SubmittedSnapshotView from(
            Qualification qualification,
            Revision revision,
            QualificationForm form,
            @Nullable ReviewerFindings evaluation,
            @Nullable LetterSnapshotView letter) {
        return new SubmittedSnapshotView(
                revision.workOrder().orElseThrow(),
                qualification.id(),
                qualification.accountId(),
                revision.number().orElseThrow(),
                form.name(),
                form.purpose(),
                form.ownerType(),
                revision.submittedAt(),
                GivenConsent.from(revision, form),
                evaluation,
                form,
                letter,
                documents(form, letter));
    }

    private static List<DocumentUse> documents(QualificationForm form, @Nullable LetterSnapshotView letter) {
        Stream<DocumentUse> ofLetter = letter == null
                ? Stream.empty()
                : letter.documents().stream()
                        .map(use -> new DocumentUse(LETTER + use.pointer(), use.documentId(), use.kind()));
        return Stream.concat(form.documents().stream(), ofLetter).toList();
    }

    /**
     * The consent given with a submission.
     *
     * @param noticeVersion version of the notice
     * @param actor the person who agreed
     * @param givenAt time of the submission
     */
    public record GivenConsent(
            @Nullable String noticeVersion,
            @Nullable String actor,
            @Nullable Instant givenAt) {

        static GivenConsent from(Revision revision, QualificationForm form) {
            Consent consent = form.consent();
            return new GivenConsent(
                    consent == null ? null : consent.noticeVersion(),
                    revision.consentActor().orElse(null),
                    revision.submittedAt());
        }
    }
}
