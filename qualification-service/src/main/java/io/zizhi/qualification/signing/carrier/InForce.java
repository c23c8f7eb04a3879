package io.zizhi.qualification.signing.carrier;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import java.util.List;

/**
 * The approved revision that counts.
 *
 * @param form what it says
 * @param ends what of it ends some day
 */
record InForce(Particulars form, List<EvidenceEnd> ends) {}
