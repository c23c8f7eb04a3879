package io.zizhi.review.figures;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the figures of decisions. */
@ApplicationScoped
class FigureRepository implements PanacheRepositoryBase<DecisionFigure, Long> {}
