package io.zizhi.review.decision.measurement;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecisionFigureRepository implements PanacheRepositoryBase<DecisionFigure, Long> {}
