package io.zizhi.qualification.model.evidence;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.inject.Singleton;
import java.util.List;

/** What the form says of certificate and id documents. */
@Singleton
class FormEvidence implements EvidenceSource {

    @Override
    public Uni<List<EvidenceEnd>> of(String accountId, Revision inForce) {
        return Uni.createFrom().item(inForce.evidenceEnds());
    }
}
