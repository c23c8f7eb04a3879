package io.zizhi.qualification.reviewapi.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.testkit.IndexKeyReplacement;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class RelatedComponentTest {

    private static final AtomicInteger PHONES = new AtomicInteger(5_000_000);

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    IndexKeys indexKeys;

    private Filer one;
    private Filer other;

    @BeforeEach
    void start() {
        one = Filer.ofCompanyA();
        other = Filer.ofCompanyB();
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void finds_same_persons_in_other_account_without_personal_data() {
        Map<String, Object> mine = withOwnPhone(one.goodForm());
        Map<String, Object> theirs = like(mine, other.goodForm());
        long workOrder = submitted(one, one.draft(mine));
        long found = other.draft(theirs);
        long theirOrder = submitted(other, found);
        other.draft(like(mine, other.goodForm()));

        String answer = related(workOrder)
                .body(
                        "duplicates.findAll{it.trait!='CREDIT_CODE'}.trait",
                        containsInAnyOrder("ADMINISTRATOR_ID_NUMBER", "LEGAL_REPRESENTATIVE_ID_NUMBER", "PHONE"))
                .body("duplicates.findAll{it.trait!='CREDIT_CODE'}.found.count", everyItem(equalTo(1)))
                .body("duplicates.find{it.trait=='PHONE'}.found.more", equalTo(false))
                .body("duplicates.find{it.trait=='PHONE'}.found.items.qualificationId", contains((int) found))
                .body(
                        "duplicates.find{it.trait=='PHONE'}.found.items[0].accountId",
                        equalTo(DemoAccounts.COMPANY_B.id()))
                .body("duplicates.find{it.trait=='PHONE'}.found.items[0].status", equalTo("IN_REVIEW"))
                .body("duplicates.find{it.trait=='PHONE'}.found.items[0]", not(hasKey("name")))
                .extract()
                .asString();
        for (String part : List.of("legalRepresentative", "administrator")) {
            assertThat(answer).doesNotContain(Forms.text(Forms.part(mine, part), "idNumber"));
        }
        assertThat(answer)
                .doesNotContain(
                        Forms.text(Forms.part(mine, "administrator"), "phone"),
                        "李示例",
                        "王示例",
                        String.valueOf(theirs.get("name")));
        related(theirOrder)
                .body(
                        "duplicates.find{it.trait=='PHONE'}.found.items.accountId",
                        contains(DemoAccounts.COMPANY_A.id()));
    }

    @Test
    void finds_same_persons_while_the_key_of_hashes_is_replaced() {
        Map<String, Object> mine = withOwnPhone(one.goodForm());
        Map<String, Object> theirs = like(mine, other.goodForm());
        long workOrder = submitted(one, one.draft(mine));
        IndexKeyReplacement.begin(indexKeys);
        long theirOrder = submitted(other, other.draft(theirs));

        for (long order : List.of(workOrder, theirOrder)) {
            related(order)
                    .body(
                            "duplicates.findAll{it.trait!='CREDIT_CODE'}.trait",
                            containsInAnyOrder("ADMINISTRATOR_ID_NUMBER", "LEGAL_REPRESENTATIVE_ID_NUMBER", "PHONE"))
                    .body("duplicates.findAll{it.trait!='CREDIT_CODE'}.found.count", everyItem(equalTo(1)));
        }
    }

    @Test
    void counts_qualification_once_and_not_after_deletion() {
        Map<String, Object> mine = withOwnPhone(one.goodForm());
        Map<String, Object> theirs = like(mine, other.goodForm());
        long workOrder = submitted(one, one.draft(mine));
        long found = other.draft(theirs);
        submitted(other, found);
        other.withdraw(found).then().statusCode(200);
        other.edit(found, Forms.verifiedAgain(theirs)).then().statusCode(200);
        submitted(other, found);

        related(workOrder).body("duplicates.find{it.trait=='PHONE'}.found.count", equalTo(1));
        other.withdraw(found).then().statusCode(200);
        related(workOrder).body("duplicates.find{it.trait=='PHONE'}.found.items.status", contains("WITHDRAWN"));
        other.delete(found).then().statusCode(204);
        related(workOrder).body("duplicates.trait", not(hasItem("PHONE")));
    }

    @Test
    void finds_same_company_in_own_and_other_accounts() {
        Map<String, Object> form = withOwnPhone(one.goodForm());
        long first = one.draft(form);
        submitted(one, first);
        long second = one.draft(withOwnPhone(one.goodForm()));
        long workOrder = submitted(one, second);
        Filer agency = Filer.ofAgency();
        Letters letters = new Letters(agency);
        long theirs = agency.draft(letters.thirdParty(letters.drafted(Letters.good())));
        submitted(agency, theirs);

        related(workOrder)
                .body("sameCompany.items.qualificationId", hasItem((int) first))
                .body("sameCompany.items.qualificationId", not(hasItem((int) second)))
                .body("sameCompany.items.name", hasItem(form.get("name")))
                .body("duplicates.find{it.trait=='CREDIT_CODE'}.found.items.qualificationId", hasItem((int) theirs))
                .body(
                        "duplicates.find{it.trait=='CREDIT_CODE'}.found.items.accountId",
                        everyItem(not(equalTo(DemoAccounts.COMPANY_A.id()))));

        Map<String, Object> paper = Letters.good();
        long letter = letters.drafted(paper);
        long alone = letters.submit(letter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");
        related(alone)
                .body("duplicates.trait", contains("CREDIT_CODE"))
                .body("duplicates[0].found.items.qualificationId", hasItem((int) second))
                .body("sameCompany.items.qualificationId", hasItem((int) theirs));
    }

    @Test
    void returns_no_duplicates_without_shared_traits() {
        Filer institution = Filer.ofInstitution();
        long workOrder = submitted(institution, institution.draft(withOwnPhone(institution.goodForm())));

        related(workOrder).body("duplicates", hasSize(0));
    }

    @Test
    void allows_only_services_and_only_submitted_revisions() {
        long workOrder = one.submitted().workOrder();

        Filer.asService("review-service")
                .get("/internal/v1/submissions/99/related")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORK_ORDER_NOT_FOUND"));
        for (String user : List.of("applicant-a", "reviewer-a", "operator")) {
            Filer.as(user)
                    .get("/internal/v1/submissions/" + workOrder + "/related")
                    .then()
                    .statusCode(403);
        }
    }

    private static Map<String, Object> withOwnPhone(Map<String, Object> form) {
        Forms.part(form, "administrator").put("phone", "1390" + PHONES.incrementAndGet());
        return form;
    }

    /** Creates another form with the same persons. */
    private static Map<String, Object> like(Map<String, Object> form, Map<String, Object> other) {
        for (String part : List.of("legalRepresentative", "administrator")) {
            Forms.part(other, part).put("idNumber", Forms.part(form, part).get("idNumber"));
        }
        Forms.part(other, "administrator")
                .put("phone", Forms.part(form, "administrator").get("phone"));
        return other;
    }

    private static long submitted(Filer filer, long id) {
        return filer.submit(id).then().statusCode(200).extract().jsonPath().getLong("workOrder");
    }

    private static ValidatableResponse related(long workOrder) {
        return Filer.asService("review-service")
                .get("/internal/v1/submissions/" + workOrder + "/related")
                .then()
                .statusCode(200);
    }
}
