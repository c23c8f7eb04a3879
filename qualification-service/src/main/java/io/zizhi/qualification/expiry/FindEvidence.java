package io.zizhi.qualification.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Evidence;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.evidence.CollectEvidence;
import io.zizhi.qualification.revision.EvidenceEnd;
import io.zizhi.qualification.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The evidence that a qualification reminds of itself; used inside a transaction. Its letter has timers of its own, so
 * that nobody is told of one end twice.
 */
@ApplicationScoped
class FindEvidence {

    private final CollectEvidence evidence;

    @Inject
    FindEvidence(CollectEvidence evidence) {
        this.evidence = evidence;
    }

    Uni<List<EvidenceEnd>> of(Qualification qualification, Revision inForce) {
        return evidence.of(qualification.accountId(), inForce)
                .map(ends -> ends.stream()
                        .filter(end -> end.evidence() != Evidence.AUTHORIZATION_LETTER)
                        .toList());
    }
}
