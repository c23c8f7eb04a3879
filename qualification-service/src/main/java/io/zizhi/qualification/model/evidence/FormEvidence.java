package io.zizhi.qualification.model.evidence;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the expiry dates of the certificate and id documents from the form. */
@Singleton
class FormEvidence implements EvidenceSource {

    @Override
    public Uni<List<EvidenceEnd>> of(String accountId, Revision inForce) {
        return Uni.createFrom().item(inForce.evidenceEnds());
    }
}
