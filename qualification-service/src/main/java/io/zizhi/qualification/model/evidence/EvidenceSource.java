package io.zizhi.qualification.model.evidence;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import java.util.List;

/** Knows evidence of a qualification that ends some day. Every bean of this type is asked, inside a transaction. */
public interface EvidenceSource {

    /**
     * @param accountId account that owns the qualification
     * @param inForce the revision in force of the qualification
     */
    Uni<List<EvidenceEnd>> of(String accountId, Revision inForce);
}
