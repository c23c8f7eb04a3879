package io.zizhi.qualification.filing.lettersubmission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.filing.submission.EarlierSubmission;
import io.zizhi.qualification.filing.submission.SubmissionRequest;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.letter.LetterView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Builds the response to a repeated submission of a letter, which is the original one. */
@ApplicationScoped
class OriginalLetterResponse {

    private final LetterSubmissionRepository submissions;
    private final LetterRepository letters;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;

    OriginalLetterResponse(
            LetterSubmissionRepository submissions, LetterRepository letters, LetterSeal seal, AccountCiphers ciphers) {
        this.submissions = submissions;
        this.letters = letters;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    Uni<LetterView> of(SubmissionRequest request, EarlierSubmission earlier) {
        return letters.find(request.accountId(), request.id())
                .chain(letter -> submissions
                        .submitted(earlier.workOrder())
                        .map(Optional::orElseThrow)
                        .chain(submission -> ciphers.forAccount(request.accountId())
                                .map(cipher -> LetterView.accepted(
                                        letter, submission, earlier.version(), seal.open(submission, cipher)))));
    }
}
