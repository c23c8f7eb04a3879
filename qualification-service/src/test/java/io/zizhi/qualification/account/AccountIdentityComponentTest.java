package io.zizhi.qualification.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.AccountKind;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.testkit.AccountErasures;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.IndexKeyReplacement;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Waits;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AccountIdentityComponentTest {

    @Inject
    FindPersonAccounts persons;

    @Inject
    AccountIdentityRepository identities;

    @Inject
    IndexKeys indexKeys;

    private final String account = "account-" + UUID.randomUUID();
    private final String path = "/internal/v1/accounts/" + account + "/identity";

    @Test
    void stores_and_publishes_verified_identity() {
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
    void publishes_only_changed_identities_with_rising_versions() {
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
        Filer.verify(account, "改名示例科技有限公司", "91330106673959654P");

        assertThat(EventBus.await(EventType.ACCOUNT_VERIFIED, account, 2))
                .extracting(event -> ((AccountVerified) event).version())
                .containsExactly(1L, 2L);
    }

    @Test
    void applies_published_identity_with_highest_version() {
        AccountVerified published =
                new AccountVerified(account, AccountKind.COMPANY, "示例科技有限公司", "91330106673959654P", 4);
        EventBus.publish(published, 4);
        await("示例科技有限公司");
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "旧名示例有限公司", "91330106673959654P", 3), 5);
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "新名示例有限公司", "91330106673959654P", 6), 6);

        await("新名示例有限公司");
        Filer.verify(account, "再改名示例有限公司", "91330106673959654P");
        assertThat(((AccountVerified) EventBus.await(EventType.ACCOUNT_VERIFIED, account, 4)
                                .getLast())
                        .version())
                .isEqualTo(7);
    }

    @Test
    void tombstone_erases_identity_without_dead_letter() {
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");

        assertThat(AccountErasures.erase(account)).containsEntry("identities", 1);

        Filer.as("operator").get(path).then().statusCode(404).body("code", equalTo("ACCOUNT_NOT_VERIFIED"));
        Filer.as("operator")
                .get("/v1/operations/dead-letters")
                .then()
                .statusCode(200)
                .body("items.findAll{it.topic=='zizhi.account.v1'}", hasSize(0));
    }

    @Test
    void erased_account_is_never_verified_again() {
        Filer.verify(account, "示例科技有限公司", "91330106673959654P");
        AccountErasures.erase(account);

        Filer.as("operator")
                .body(Forms.map("kind", "COMPANY", "companyName", "示例科技有限公司", "creditCode", "91330106673959654P"))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_ERASED"));
        EventBus.publish(new AccountVerified(account, AccountKind.COMPANY, "示例科技有限公司", "91330106673959654P", 9), 9);
        // a later tombstone of the same account is handled after the event
        AccountErasures.erase(account);
        Filer.as("operator").get(path).then().statusCode(404);
    }

    @Test
    void person_is_found_and_unchanged_while_the_key_of_hashes_is_replaced() {
        String idNumber = UUID.randomUUID().toString();
        String other = "account-" + UUID.randomUUID();
        verifyPerson(account, idNumber);
        IndexKeyReplacement.begin(indexKeys);
        verifyPerson(other, idNumber);
        QualificationForm empty =
                new QualificationForm("空", Purpose.SELF, OwnerType.PERSON, null, null, null, null, List.of(), null);

        assertThat(Reactive.run(() -> persons.handle(account, empty))).containsExactly(other);
        assertThat(Reactive.run(() -> persons.handle(other, empty))).containsExactly(account);

        verifyPerson(account, idNumber);
        assertThat(EventBus.await(EventType.ACCOUNT_VERIFIED, account)).isNotNull();
        assertThat(identity(account).version()).isEqualTo(1);
        assertThat(identity(account).verified().orElseThrow().person())
                .as("a repeated verification stores the new hash")
                .isEqualTo(identity(other).verified().orElseThrow().person());
    }

    @Test
    void refuses_reserved_account() {
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON"))
                .put("/internal/v1/accounts/staff/identity")
                .then()
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_RESERVED"));
    }

    private static void verifyPerson(String person, String idNumber) {
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "name", "王示例", "idNumber", idNumber))
                .put("/internal/v1/accounts/" + person + "/identity")
                .then()
                .statusCode(200);
    }

    private AccountIdentity identity(String accountId) {
        return Reactive.inTransaction(() -> identities.findById(accountId));
    }

    private void await(String companyName) {
        Waits.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Filer.as("operator")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .body("companyName", equalTo(companyName)));
    }

    @Test
    void requires_name_and_valid_code_of_companies_only() {
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
    void stores_person_without_showing_or_publishing_it() {
        Map<String, Object> person = Forms.map("kind", "PERSON", "name", "王示例", "idNumber", Forms.residentId());

        Filer.as("operator")
                .body(person)
                .put(path)
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("kind", "personKnown")))
                .body("personKnown", equalTo(true));
        Filer.as("operator").get(path).then().statusCode(200).body("personKnown", equalTo(true));
        assertThat(EventBus.await(EventType.ACCOUNT_VERIFIED, account))
                .isEqualTo(new AccountVerified(account, AccountKind.PERSON, null, null, 1));
    }

    @Test
    void another_person_takes_two_operators() {
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "name", "王示例", "idNumber", Forms.residentId()))
                .put(path)
                .then()
                .statusCode(200);

        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "name", "王示例", "idNumber", Forms.residentId()))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("SECOND_PERSON_REQUIRED"));
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "name", "王示例"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/idNumber"));
    }

    @Test
    void allows_only_operators_to_verify_accounts() {
        Filer.as("applicant-a")
                .body(Forms.map("kind", "PERSON"))
                .put(path)
                .then()
                .statusCode(403);
        Filer.as("operator").get(path).then().statusCode(404).body("code", equalTo("ACCOUNT_NOT_VERIFIED"));
    }
}
