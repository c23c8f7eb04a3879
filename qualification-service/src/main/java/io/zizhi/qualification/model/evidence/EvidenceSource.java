package io.zizhi.qualification.model.evidence;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import java.util.List;

/**
 * Provides expiry dates of one kind of evidence. {@link CollectEvidence} asks every bean of this type, inside a
 * transaction.
 */
public interface EvidenceSource {

    /**
     * @param accountId the account that owns the qualification
     * @param inForce the revision in force of the qualification
     */
    Uni<List<EvidenceEnd>> of(String accountId, Revision inForce);
}
