package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.model.qualification.Dossier;

/**
 * A qualification that is to be evaluated.
 *
 * @param dossier the qualification
 * @param facts what is known of its form and account
 */
public record Preparation(Dossier dossier, OwnFacts facts) {}
