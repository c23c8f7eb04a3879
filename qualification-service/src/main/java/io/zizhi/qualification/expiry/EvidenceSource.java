package io.zizhi.qualification.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.dossier.Qualification;
import io.zizhi.qualification.revision.EvidenceEnd;
import io.zizhi.qualification.revision.Revision;
import java.util.List;

/** Knows evidence of a qualification that ends some day. Every bean of this type is asked, inside a transaction. */
public interface EvidenceSource {

    /** @param inForce the revision in force of {@code qualification} */
    Uni<List<EvidenceEnd>> of(Qualification qualification, Revision inForce);
}
