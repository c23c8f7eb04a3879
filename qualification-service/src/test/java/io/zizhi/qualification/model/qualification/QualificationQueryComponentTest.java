package io.zizhi.qualification.model.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.PeerDouble;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class QualificationQueryComponentTest {

    @Test
    void finds_administered_companies_by_index() {
        String query = QualificationRepository.ADMINISTERED
                .replace(":accountId", "'company-a'")
                .replace(":except", "1")
                .replace(":administrator", "array['x']")
                .replace(":purpose", "'SELF'")
                .replace(":nameKey", "'x'");

        // Sequential scans are disabled, because PostgreSQL prefers them on small tables. The test shows that the index
        // can be used.
        List<String> plan = Reactive.inTransaction(() -> Panache.getSession()
                .call(session -> session.createNativeQuery("set local enable_seqscan = off")
                        .executeUpdate())
                .call(session -> session.createNativeQuery("set local enable_nestloop = off")
                        .executeUpdate())
                .chain(session -> session.createNativeQuery("explain " + query, String.class)
                        .getResultList()));

        assertThat(plan).anyMatch(step -> step.contains("revision_by_administrator"));
    }
}
