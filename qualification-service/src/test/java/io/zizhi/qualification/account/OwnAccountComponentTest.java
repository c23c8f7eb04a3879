package io.zizhi.qualification.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.PeerDouble;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class OwnAccountComponentTest {

    @Test
    void applicant_reads_identity_of_own_account() {
        Filer.ofCompanyA()
                .request()
                .get("/v1/account")
                .then()
                .statusCode(200)
                .body("accountId", equalTo(DemoAccounts.COMPANY_A.id()))
                .body("kind", equalTo("COMPANY"))
                .body("companyName", equalTo(DemoAccounts.COMPANY_A.companyName()))
                .body("$", hasKey("verifiedAt"));
        Filer.as("reviewer-a").get("/v1/account").then().statusCode(403);
    }

    @Test
    void person_account_has_no_company() {
        Filer.ofPerson()
                .request()
                .get("/v1/account")
                .then()
                .statusCode(200)
                .body("kind", equalTo("PERSON"))
                .body("$", not(hasKey("companyName")));
    }
}
