package io.zizhi.qualification.bulk.work;

import static io.zizhi.qualification.bulk.work.BulkWork.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two columns with the uploader of a sheet, while replicas of this release and of an older one run. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class FillUploadersComponentTest {

    @Inject
    BulkFilingRepository filings;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void stores_uploader_in_both_columns() {
        long id = Sheets.upload(filer, 1);

        assertThat(column("uploaded_by", id)).isNotBlank().isEqualTo(column("subject", id));
    }

    @Test
    void reads_filing_of_an_older_release() {
        long id = Sheets.upload(filer, 1);

        BulkFiling read =
                Reactive.inTransaction(() -> storeAsOlderRelease(List.of(id)).chain(() -> filings.findById(id)));

        assertThat(read.applicant().subject()).isNotBlank().isEqualTo(column("subject", id));
    }

    @Test
    void fills_filings_of_an_older_release_in_batches() {
        List<Long> ids = Stream.generate(() -> Sheets.upload(filer, 1)).limit(3).toList();

        // in one transaction, because the service fills other rows meanwhile
        int filled = Reactive.inTransaction(() -> storeAsOlderRelease(ids).chain(() -> filings.fillUploaders(2)));

        assertThat(filled).isEqualTo(2);
        await().untilAsserted(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(column("uploaded_by", id)).isEqualTo(column("subject", id))));
    }

    /** Changes the rows to what the release before this column would have stored. */
    private static Uni<Integer> storeAsOlderRelease(List<Long> ids) {
        String numbers = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update bulk_filing set uploaded_by = null where id in (" + numbers + ")")
                        .executeUpdate());
    }

    /** Returns the value of the column; empty for null. */
    private static String column(String name, long id) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select coalesce(" + name + ", '') from bulk_filing where id = " + id, String.class)
                        .getSingleResult()));
    }
}
