package io.zizhi.qualification.filing.submission;

import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates the events about a submission, without personal data. */
final class SubmittedEvents {

    private SubmittedEvents() {}

    /** @param personAccounts other accounts of the persons of the submission */
    static QualificationSubmitted of(Dossier submitted, CarriedLetter letter, List<String> personAccounts) {
        Qualification qualification = submitted.qualification();
        Revision revision = submitted.shown();
        QualificationForm form = submitted.form();
        return new QualificationSubmitted(
                qualification.id(),
                revision.workOrder().orElseThrow(),
                qualification.accountId(),
                revision.number().orElseThrow(),
                qualification.name(),
                Optional.ofNullable(form.company()).map(Company::name).orElse(null),
                form.creditCode().orElse(null),
                form.ownerType(),
                form.purpose(),
                Stream.concat(form.documents().stream().map(DocumentUse::documentId), letter.reliedOn().stream())
                        .distinct()
                        .toList(),
                revision.contactId().orElseThrow(),
                Objects.requireNonNull(revision.submittedAt()),
                letter.travelling(),
                personAccounts);
    }
}
