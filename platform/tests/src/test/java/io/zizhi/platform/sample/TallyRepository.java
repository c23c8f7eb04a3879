package io.zizhi.platform.sample;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
public class TallyRepository implements PanacheRepositoryBase<Tally, Long> {

    public Uni<Tally> lockOrCreate(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().switchTo(() -> persist(new Tally(id)));
    }

    public Uni<List<Long>> lockSkippingLocked(List<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from tally where id = any(:ids) order by id for update skip locked",
                                Long.class)
                        .setParameter("ids", ids.toArray(Long[]::new))
                        .getResultList());
    }
}
