package io.zizhi.qualification.filing.offer;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class OfferComponentTest {

    @Test
    void shows_settings_of_installation_and_may_be_cached() {
        Filer.ofCompanyA()
                .request()
                .get("/v1/offer")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, max-age=300"))
                .body("companyScan", equalTo(true))
                .body("personSelf", equalTo(true))
                .body("letterRequiredAt", equalTo("SUBMISSION"))
                .body("noticeVersion", equalTo("2026-11"))
                .body("bulk.maxRows", equalTo(1000));
    }
}
