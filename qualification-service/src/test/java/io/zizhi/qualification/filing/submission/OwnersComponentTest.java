package io.zizhi.qualification.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners other than the account's company. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class OwnersComponentTest {

    @BeforeEach
    void start() {
        Peers.reset();
    }

    @Test
    void person_submits_for_themselves_without_company() {
        Filer person = Filer.ofPerson();
        Map<String, Object> form = ofPerson();
        long id = person.draft(form);

        person.submit(id).then().statusCode(200).body("status", equalTo("IN_REVIEW"));

        QualificationSubmitted event =
                (QualificationSubmitted) EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(id));
        assertThat(event.ownerType()).isEqualTo(OwnerType.PERSON);
        assertThat(event.companyName()).isNull();
        assertThat(event.creditCode()).isNull();
        person.withdraw(id).then().statusCode(200);
        person.edit(id, Forms.verifiedAgain(form)).then().statusCode(200);
        person.submit(id).then().statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void rejects_company_account_submitting_as_person() {
        Filer company = Filer.ofCompanyA();

        company.submit(company.draft(ofPerson()))
                .then()
                .statusCode(422)
                .body("code", equalTo("PRECHECK_FAILED"))
                .body("errors.code", contains("OWNER_TYPE_MISMATCH"));
    }

    @Test
    void institution_cannot_submit_as_company() {
        Filer institution = Filer.ofInstitution();
        Map<String, Object> form = institution.goodForm();
        form.put("ownerType", "COMPANY");
        Forms.part(Forms.part(form, "company"), "certificate").put("kind", "BUSINESS_LICENSE");

        institution
                .submit(institution.draft(form))
                .then()
                .statusCode(422)
                .body("errors.code", contains("USCC_OWNER_TYPE_MISMATCH", "USCC_OWNER_TYPE_MISMATCH"))
                .body("errors.pointer", contains("/company/creditCode", "/ownerType"));
    }

    @Test
    void rejects_own_company_as_third_party() {
        Filer agency = Filer.ofAgency();
        Map<String, Object> form = agency.goodForm();
        form.put("purpose", "THIRD_PARTY");
        long own = agency.draft(form);
        Map<String, Object> company = Forms.part(form, "company");
        company.put("name", DemoAccounts.COMPANY_A.companyName());
        company.put("creditCode", DemoAccounts.COMPANY_A.creditCode());
        form.put("name", "他用" + System.nanoTime());
        long other = agency.draft(form);

        evaluate(agency, own).body("rules.find{it.code=='THIRD_PARTY_IS_ACCOUNT'}.status", equalTo("FAILED"));
        evaluate(agency, other).body("rules.find{it.code=='THIRD_PARTY_IS_ACCOUNT'}.status", equalTo("PASSED"));
        assertThat(agency.get(other).jsonPath().getString("purpose")).isEqualTo(Purpose.THIRD_PARTY.name());
    }

    @Test
    void publishes_the_administrators_other_accounts() {
        Filer filer = Filer.ofCompanyA();
        Map<String, Object> form = filer.goodForm();
        Map<String, Object> administrator = Forms.part(form, "administrator");
        String account = "person-" + UUID.randomUUID();
        verifyPerson(account, Forms.text(administrator, "name"), Forms.text(administrator, "idNumber"));
        long id = filer.draft(form);

        filer.submit(id).then().statusCode(200);

        QualificationSubmitted event =
                (QualificationSubmitted) EventBus.await(EventType.QUALIFICATION_SUBMITTED, Long.toString(id));
        assertThat(event.personAccounts()).containsExactly(account);
    }

    private static void verifyPerson(String account, String name, String idNumber) {
        Filer.as("operator")
                .body(Forms.map("kind", "PERSON", "name", name, "idNumber", idNumber))
                .put("/internal/v1/accounts/" + account + "/identity")
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse evaluate(Filer filer, long id) {
        return filer.request()
                .post("/v1/qualifications/" + id + "/evaluation")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> ofPerson() {
        Map<String, Object> form = Forms.good(DemoAccounts.COMPANY_A);
        form.put("ownerType", "PERSON");
        form.remove("company");
        form.remove("legalRepresentative");
        return form;
    }
}
