package io.zizhi.qualification.account.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the audit log shows which staff and services read the data of an account. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AuditedReadsComponentTest {

    @Inject
    RecordView recordView;

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, supervisor, timeline,    timeline.viewed,    ''",
        "auditor,    auditor,    timeline,    timeline.viewed,    ''",
        "reviewer-a, reviewer,   timeline,    timeline.viewed,    ''",
        "supervisor, supervisor, signatures,  signatures.viewed,  ''",
        "supervisor, supervisor, carrier-filings, carrier-filings.viewed, note",
        "auditor,    auditor,    restriction, restriction.viewed, reason"
    })
    void records_reads_of_a_qualification_by_staff(
            String user, String role, String path, String action, String fields) {
        Submitted submitted = filer.submitted();
        Peers.set("claim:" + submitted.workOrder(), "reviewer-a");

        read(Filer.as(user), "/v1/qualifications/" + submitted.id() + "/" + path, 200);

        assertThat(views("qualification", submitted.id()))
                .containsExactly(user + " " + role + " company-a " + action + " " + fields);
    }

    @Test
    void records_no_refused_read_and_no_read_by_the_owner() {
        Submitted submitted = filer.submitted();
        String qualification = "/v1/qualifications/" + submitted.id();
        for (String path : List.of("/timeline", "/signatures", "/restriction")) {
            read(filer.request(), qualification + path, 200);
        }
        read(Filer.as("reviewer-b"), qualification + "/timeline", 403);

        assertThat(views("qualification", submitted.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', form", "/related, related"})
    void records_reads_of_a_submission_by_services(String path, String part) {
        Submitted submitted = filer.submitted();
        String address = "/internal/v1/submissions/" + submitted.workOrder();

        read(Filer.asService("review-service"), address + path, 200);

        assertThat(views("submission", submitted.workOrder()))
                .containsExactly("review-service service company-a submission.viewed " + part);
    }

    @Test
    void records_comparisons_and_no_read_of_what_does_not_exist() {
        Submitted first = filer.submitted();
        filer.withdraw(first.id()).then().statusCode(200);
        filer.edit(first.id(), Forms.verifiedAgain(first.form())).then().statusCode(200);
        long second = filer.submit(first.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("workOrder");

        for (String path : List.of("/difference", "/previous")) {
            read(Filer.asService("review-service"), "/internal/v1/submissions/" + second + path, 200);
            read(Filer.asService("review-service"), "/internal/v1/submissions/" + first.workOrder() + path, 404);
        }

        String read = "review-service service company-a submission.viewed ";
        assertThat(views("submission", second)).containsExactly(read + "difference", read + "previous");
        assertThat(views("submission", first.workOrder())).isEmpty();
    }

    @Test
    void records_reads_of_an_identity() {
        int before = views("account", "company-a").size();

        read(Filer.as("operator"), "/internal/v1/accounts/company-a/identity", 200);

        assertThat(views("account", "company-a"))
                .hasSize(before + 1)
                .last()
                .isEqualTo("operator operator company-a account.viewed ");
    }

    @ParameterizedTest
    @CsvSource({"other-account, 1", "company-a, 0"})
    void records_reads_of_other_accounts_by_an_operator_who_is_also_an_applicant(String account, int recorded) {
        Caller both = new Caller("both", "company-a", Set.of(Roles.APPLICANT, Roles.OPERATOR));
        String object = UUID.randomUUID().toString();

        Reactive.run(() -> recordView.handle(both, account, "account.viewed", "account", object, List.of()));

        assertThat(views("account", object))
                .hasSize(recorded)
                .allMatch(view -> view.equals("both operator " + account + " account.viewed "));
    }

    private static void read(RequestSpecification request, String path, int status) {
        request.get(path).then().statusCode(status);
    }

    private static List<String> views(String objectType, Object objectId) {
        return Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select concat_ws(' ', actor, role, account_id, action, array_to_string(fields, ' '))"
                                        + " from audit_entry where action like '%.viewed' and object_type = '"
                                        + objectType + "' and object_id = '" + objectId + "' order by sequence",
                                String.class)
                        .getResultList()));
    }
}
