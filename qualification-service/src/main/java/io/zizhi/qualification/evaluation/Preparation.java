package io.zizhi.qualification.evaluation;

import io.zizhi.qualification.dossier.Dossier;

/**
 * A qualification that is to be evaluated.
 *
 * @param dossier the qualification
 * @param facts what is known of its form and account
 */
public record Preparation(Dossier dossier, OwnFacts facts) {}
