package io.zizhi.qualification.bulk.importing.work;

import io.zizhi.qualification.filing.evaluation.OwnFacts;
import java.util.Optional;

/**
 * What the dry run of a row reads from this service's own database.
 *
 * @param facts facts about the form and its account
 * @param importedAs the qualification that was imported from the same source before
 */
record DryRun(OwnFacts facts, Optional<Long> importedAs) {}
