package io.zizhi.qualification.outcome.restriction.gauge;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.qualification.Restriction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts restricted qualifications and open requests of all accounts, each by an index of only these rows. */
@ApplicationScoped
class CountRestrictions {

    private static final String RESTRICTED = """
            select restriction, count(*) as amount from qualification
            where restriction <> 'NONE' and deleted_at is null group by restriction
            """;

    private static final String OPEN = "select count(*) from restriction_request where state = 'REQUESTED'";

    /** Restrictions without any qualification are left out. */
    @WithSession
    Uni<Map<Restriction, Long>> restricted() {
        return new NativeQuery(RESTRICTED)
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> Restriction.valueOf(row.text("restriction")), row -> row.number("amount"))));
    }

    @WithSession
    Uni<Long> openRequests() {
        return new NativeQuery(OPEN).single(Long.class);
    }
}
