package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.form.Consent;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A submitted revision as the review desk sees it; names, ids and phones are masked by their types.
 *
 * @param workOrder its work order
 * @param qualificationId the qualification
 * @param accountId the account that owns it
 * @param revision number of the revision
 * @param name name of the qualification
 * @param purpose for whom
 * @param ownerType what kind of body owns the signature
 * @param submittedAt when it was submitted
 * @param consent who agreed to which notice, and when
 * @param evaluation what the pre-check found that is not as it must be, among it what only the reviewer is told; null
 *     where the submission is older than that
 * @param particulars the form
 * @param letter the authorization letter that it carries or relies on; null where it names none
 * @param documents every place of the form, and of the letter, that names a document
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
        Particulars particulars,
        @Nullable LetterSnapshotView letter,
        List<DocumentUse> documents) {

    private static final String LETTER = "/letter";

    static SubmittedSnapshotView from(
            Qualification qualification,
            Revision revision,
            Particulars form,
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

    private static List<DocumentUse> documents(Particulars form, @Nullable LetterSnapshotView letter) {
        Stream<DocumentUse> ofLetter = letter == null
                ? Stream.empty()
                : letter.documents().stream()
                        .map(use -> new DocumentUse(LETTER + use.pointer(), use.documentId(), use.kind()));
        return Stream.concat(form.documents().stream(), ofLetter).toList();
    }

    /**
     * The consent that a submission carries.
     *
     * @param noticeVersion the text that was agreed to
     * @param actor who agreed
     * @param givenAt when; the moment of the submission
     */
    public record GivenConsent(
            @Nullable String noticeVersion,
            @Nullable String actor,
            @Nullable Instant givenAt) {

        static GivenConsent from(Revision revision, Particulars form) {
            Consent consent = form.consent();
            return new GivenConsent(
                    consent == null ? null : consent.noticeVersion(),
                    revision.consentActor().orElse(null),
                    revision.submittedAt());
        }
    }
}
