package io.zizhi.qualification.signing.carrier;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import java.util.List;

/**
 * The approved revision in force.
 *
 * @param form form of the revision
 * @param ends expiry dates of its evidence
 * @param restriction restriction of the qualification
 */
record InForce(QualificationForm form, List<EvidenceEnd> ends, Restriction restriction) {}
