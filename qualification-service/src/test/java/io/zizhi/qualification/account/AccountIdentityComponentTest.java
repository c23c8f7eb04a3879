package io.zizhi.qualification.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.EventType;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AccountIdentityComponentTest {

    private final String account = "account-" + UUID.randomUUID();
    private final String path = "/internal/v1/accounts/" + account + "/identity";

    @Test
    void a_verified_identity_is_read_back_and_told() {
        Filer.verify(account, " 示例科技有限公司 ", "91330106673959654p");

        Filer.as("operator")
                .get(path)
                .then()
                .statusCode(200)
                .body("kind", equalTo("COMPANY"))
                .body("companyName", equalTo("示例科技有限公司"))
                .body("creditCode", equalTo("91330106673959654P"));
        assertThat(EventBus.await(EventType.ACCOUNT_VERIFIED, account))
                .isEqualTo(new AccountVerified(account, AccountKind.COMPANY, "示例科技有限公司", "91330106673959654P", 1));
    }

    @Test
    void saying_the_same_again_tells_nobody_and_a_change_counts_on() {
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
        Filer.verify(account, "改名示例科技有限公司", "91330106673959654P");

        assertThat(EventBus.await(EventType.ACCOUNT_VERIFIED, account, 2))
                .extracting(event -> ((AccountVerified) event).version())
                .containsExactly(1L, 2L);
    }

    @Test
    void a_company_needs_a_name_and_a_valid_code_and_a_person_has_neither() {
        Filer.as("operator")
                .body(Forms.map("kind", "COMPANY", "creditCode", "91330106673959654Q"))
                .put(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/companyName", "/creditCode"))
                .body("errors.code", hasItems("FIELD_REQUIRED", "USCC_INVALID"));
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "companyName", "示例"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.code", hasItems("FIELD_FORBIDDEN"));
        Filer.as("operator").body(Forms.map("kind", "PERSON")).put(path).then().statusCode(200);
    }

    @Test
    void only_the_operator_says_who_an_account_belongs_to() {
        Filer.as("applicant-a")
                .body(Forms.map("kind", "PERSON"))
                .put(path)
                .then()
                .statusCode(403);
        Filer.as("operator").get(path).then().statusCode(404).body("code", equalTo("ACCOUNT_NOT_VERIFIED"));
    }
}
