package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.catalogue.comparison.FormDifference;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.FilingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records a submission and its changes since the previous one. Call it last in the transaction. */
@ApplicationScoped
class SubmissionRecord {

    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final FilingRecord record;

    SubmissionRecord(RevisionRepository revisions, RevisionSeal seal, FilingRecord record) {
        this.revisions = revisions;
        this.seal = seal;
        this.record = record;
    }

    Uni<Void> record(Caller applicant, Dossier submitted, String noticeVersion, Instant now) {
        Revision revision = submitted.shown();
        return before(revision)
                .map(before -> details(submitted, noticeVersion, before))
                .chain(details ->
                        record.record(applicant, Act.SUBMITTED, submitted.qualification(), revision, now, details));
    }

    private Uni<Optional<Revision>> before(Revision revision) {
        int number = revision.number().orElseThrow();
        return number == 1
                ? Uni.createFrom().item(Optional.empty())
                : revisions.numbered(revision.qualificationId(), number - 1);
    }

    private Map<String, Object> details(Dossier submitted, String noticeVersion, Optional<Revision> before) {
        Map<String, Object> details = new HashMap<>();
        details.put("revision", submitted.shown().number().orElseThrow());
        details.put("noticeVersion", noticeVersion);
        before.ifPresent(earlier -> details.put("fields", changes(earlier, submitted)));
        return details;
    }

    private List<String> changes(Revision before, Dossier submitted) {
        return FormDifference.pointers(seal.open(before, submitted.cipher()), submitted.form());
    }
}
