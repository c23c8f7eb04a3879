package io.zizhi.qualification.signaturecarrier;

import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.revision.EvidenceEnd;
import java.util.List;

/**
 * The approved revision that counts.
 *
 * @param form what it says
 * @param ends what of it ends some day
 */
record InForce(Particulars form, List<EvidenceEnd> ends) {}
