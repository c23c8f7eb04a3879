package io.zizhi.qualification.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class QualificationSearchComponentTest {

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @Test
    void finds_a_submitted_qualification_by_each_criterion() {
        Submitted submitted = filer.submitted();
        long workOrder = submitted.workOrder();
        String company = String.valueOf(DemoAccounts.COMPANY_A.companyName());

        for (Map<String, ?> criteria : List.of(
                Map.of("id", submitted.id()),
                Map.of("workOrder", workOrder),
                Map.of("name", String.valueOf(submitted.form().get("name"))),
                Map.of("workOrder", workOrder, "accountId", DemoAccounts.COMPANY_A.id()),
                Map.of("workOrder", workOrder, "creditCode", String.valueOf(DemoAccounts.COMPANY_A.creditCode())),
                Map.of("workOrder", workOrder, "companyName", company.substring(0, 2)),
                Map.of("workOrder", workOrder, "statuses", List.of("IN_REVIEW")))) {
            search("operator", criteria)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains((int) submitted.id()))
                    .body("items[0].accountId", equalTo(DemoAccounts.COMPANY_A.id()))
                    .body("items[0].workOrder", equalTo((int) workOrder));
        }
        search("operator", Map.of("workOrder", workOrder, "companyName", "%%"))
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"supervisor", "auditor", "operator"})
    void shows_staff_the_state_of_a_qualification_by_id(String user) {
        Submitted submitted = filer.submitted();

        search(user, Map.of("id", submitted.id()))
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo("IN_REVIEW"))
                .body("items[0].restriction", equalTo("NONE"))
                .body("items[0].version", notNullValue())
                .body("items[0].form", nullValue());
    }

    @Test
    void never_finds_drafts() {
        long draft = filer.draft(filer.goodForm());

        search("auditor", Map.of("accountId", DemoAccounts.COMPANY_A.id()))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem((int) draft)));
    }

    @ParameterizedTest
    @CsvSource({"330106197812206220, 200", "company-13900139000, 200", "nobody-knows-it, 200", "张三, 400"})
    void begins_no_chain_of_audit_rows_for_any_text(String text, int status) {
        search("operator", Map.of("accountId", text)).then().statusCode(status);

        List<String> chains = Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select chain from audit_head", String.class)
                        .getResultList()));
        assertThat(chains).doesNotContain(text);
    }

    @Test
    void rejects_search_by_status_alone() {
        search("auditor", Map.of("statuses", List.of("APPROVED"))).then().statusCode(400);
    }

    private static Response search(String user, Map<String, ?> criteria) {
        return Filer.as(user).body(criteria).post("/v1/qualifications/search");
    }
}
