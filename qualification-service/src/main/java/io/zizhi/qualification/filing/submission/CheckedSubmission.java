package io.zizhi.qualification.filing.submission;

import io.zizhi.qualification.precheck.facts.Facts;
import java.util.List;

/**
 * What the checks of a submission outside its transaction found.
 *
 * @param facts facts from other services
 * @param abandonedAttempts of the qualification, read before anything was reserved
 * @param personAccounts other accounts of the persons of the submission, who may not review it
 */
public record CheckedSubmission(Facts facts, int abandonedAttempts, List<String> personAccounts) {}
