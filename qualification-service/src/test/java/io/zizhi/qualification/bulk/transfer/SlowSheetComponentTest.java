package io.zizhi.qualification.bulk.transfer;

import static io.zizhi.platform.testkit.Waits.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.bulk.sheet.reading.ReadSheet;
import io.zizhi.qualification.peer.document.Documents;
import io.zizhi.qualification.precheck.NoticeConfig;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.UnfinishedUpload;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class SlowSheetComponentTest {

    @Inject
    ReadSheet read;

    @Inject
    Documents documents;

    @Inject
    StoreSheet store;

    @Inject
    SheetPlaces places;

    @Inject
    NoticeConfig notice;

    @Test
    void cuts_off_sheet_that_arrives_too_slowly() throws IOException {
        Filer.ofCompanyB();
        QualificationLimits limits = new SmallRyeConfigBuilder()
                .withMapping(QualificationLimits.class)
                .withDefaultValues(Map.of("zizhi.limits.sheet-grace", "PT0.1S"))
                .build()
                .getConfigMapping(QualificationLimits.class);
        QuarkusMock.installMockForType(
                new UploadSheet(read, documents, store, places, notice, limits), UploadSheet.class);

        try (UnfinishedUpload upload = new UnfinishedUpload("applicant-b")) {
            await().until(() -> upload.answer().contains("BODY_TOO_SLOW"));
        }
    }
}
