package io.zizhi.review.sla.policy;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows the policies in force and their earlier versions. */
@ApplicationScoped
public class ReadPolicies {

    private final ClockDataRepository repository;

    ReadPolicies(ClockDataRepository repository) {
        this.repository = repository;
    }

    @WithSession
    public Uni<Page<PolicyView>> all() {
        return repository.policies().current().map(ReadPolicies::page);
    }

    @WithSession
    public Uni<PolicyView> newest(String name) {
        return Policies.history(repository, name).map(List::getFirst).map(PolicyView::from);
    }

    @WithSession
    public Uni<Page<PolicyView>> versions(String name) {
        return Policies.history(repository, name).map(ReadPolicies::page);
    }

    private static Page<PolicyView> page(List<Version<ClockPolicy>> versions) {
        return new Page<>(versions.stream().map(PolicyView::from).toList(), null);
    }
}
