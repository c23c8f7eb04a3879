package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A company's signature is filed with three carriers. The system of one fails, so a supervisor files it again. Another
 * one rejects it, so the company amends the qualification, and the signature is filed with all again.
 */
class CarrierFilingJourneyIT {

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant company = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
    private final Supervisor supervisor = new Supervisor(addresses);
    private final SignatureSystem signatures = new SignatureSystem(RunningSuite.get());
    private final CarrierFilingSystem carriers = new CarrierFilingSystem(addresses);
    private final Random random = new Random();
    private final String suffix = UUID.randomUUID().toString().replace("-", "").substring(0, 8);

    @Test
    void amendment_after_rejection_files_signature_again() {
        ObjectNode form = filledIn();
        JsonNode draft = company.draft(form);
        long id = draft.path("id").asLong();
        approve(id, draft.path("version").asLong());
        long other = bind(id, "旁" + suffix);
        long bound = bind(id, "签" + suffix);
        assertThat(states(id, bound)).containsExactlyInAnyOrder("PENDING", "PENDING", "PENDING");

        List<String> filedData = new ArrayList<>();
        carriers.file(bound, "CHINA_MOBILE", data -> {
            filedData.add(data.at("/administrator/phone").asText());
            return null;
        });
        assertThat(filedData).containsExactly(form.at("/administrator/phone").asText());
        long failed = carriers.file(bound, "CHINA_TELECOM", data -> CarrierFilingSystem.SYSTEM_ERROR)
                .path("id")
                .asLong();
        assertThat(supervisor.refile(id, failed).path("round").asInt()).isEqualTo(2);
        carriers.file(bound, "CHINA_UNICOM", data -> "PURPOSE_UNCLEAR");
        assertThat(states(id, bound)).containsExactlyInAnyOrder("ACCEPTED", "REJECTED", "PENDING", "REJECTED");
        assertThat(states(id, other)).containsExactly("PENDING", "PENDING", "PENDING");
        JsonNode amended = company.qualification(id);
        assertThat(amended.path("status").asText()).isEqualTo("APPROVED");

        verifyAgain(form);
        long version = company.edit(id, amended.path("version").asLong(), form.put("remark", "补充用途说明"))
                .path("version")
                .asLong();
        approve(id, version);
        assertThat(Waiting.until(
                        "the new filings", () -> Optional.of(states(id, bound)).filter(all -> all.size() == 7)))
                .containsExactlyInAnyOrder(
                        "CANCELLED", "REJECTED", "CANCELLED", "REJECTED", "PENDING", "PENDING", "PENDING");

        signatures.release(bound);
        assertThat(states(id, bound))
                .containsExactlyInAnyOrder(
                        "CANCELLED", "REJECTED", "CANCELLED", "REJECTED", "CANCELLED", "CANCELLED", "CANCELLED");
    }

    private long bind(long id, String name) {
        return signatures
                .bind(Api.JSON
                        .createObjectNode()
                        .put("accountId", DemoAccounts.COMPANY_A.id())
                        .put("name", name)
                        .put("qualificationId", id))
                .expect(200)
                .path("id")
                .asLong();
    }

    /** Returns the states of the carrier filings of a signature. */
    private List<String> states(long id, long signatureId) {
        List<String> states = new ArrayList<>();
        for (JsonNode filing : company.carrierFilings(id)) {
            if (filing.path("signatureId").asLong() == signatureId) {
                states.add(filing.path("status").asText());
            }
        }
        return states;
    }

    private void approve(long id, long version) {
        long workOrder = company.submit(id, version, UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
        supervisor.awaitReview(workOrder);
        reviewer.claim(workOrder);
        reviewer.approve(workOrder);
        Waiting.until(
                "the approval of " + id,
                () -> Optional.of(company.qualification(id))
                        .filter(view -> view.path("status").asText().equals("APPROVED")));
    }

    private ObjectNode filledIn() {
        InventedPerson person = InventedPerson.drawn(random);
        return company.fillIn("报备" + suffix, "COMPANY", person, verified(person.phone()));
    }

    private void verifyAgain(ObjectNode form) {
        ObjectNode administrator = (ObjectNode) form.path("administrator");
        InventedPerson other = InventedPerson.drawn(random);
        administrator.put("phone", other.phone()).put("phoneVerificationId", verified(other.phone()));
    }

    /** Returns a verification of the number. */
    private String verified(String phone) {
        String verification = company.requestPhoneCode(phone);
        String code = Waiting.until("the code", () -> operator.code(phone));
        company.enterPhoneCode(verification, code);
        return verification;
    }
}
