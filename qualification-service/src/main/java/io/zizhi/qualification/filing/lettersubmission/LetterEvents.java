package io.zizhi.qualification.filing.lettersubmission;

import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.OwnerType;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.OpenedLetter;
import java.util.Objects;

/** Creates the events about letters that are submitted alone, without personal data. */
final class LetterEvents {

    private LetterEvents() {}

    static AuthorizationLetterSubmitted submitted(OpenedLetter opened, LetterSubmission submission) {
        LetterForm form = opened.form();
        String creditCode = Objects.requireNonNull(form.creditCode());
        return new AuthorizationLetterSubmitted(
                submission.letterId(),
                submission.workOrder(),
                submission.accountId(),
                submission.number(),
                form.name(),
                Objects.requireNonNull(form.authoriser()),
                creditCode,
                CreditCode.isOfPublicBody(creditCode) ? OwnerType.PUBLIC_INSTITUTION : OwnerType.COMPANY,
                form.documents().stream().map(DocumentUse::documentId).toList(),
                submission.contact().orElse(null),
                submission.submittedAt());
    }
}
