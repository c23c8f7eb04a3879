package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.model.qualification.Dossier;

/**
 * A qualification to be evaluated.
 *
 * @param dossier the qualification
 * @param facts facts about its form and account
 */
public record Preparation(Dossier dossier, OwnFacts facts) {}
