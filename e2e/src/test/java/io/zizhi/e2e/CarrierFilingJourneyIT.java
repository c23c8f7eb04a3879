package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A company's signature is filed with three carriers. The system of one fails, so a supervisor files it again. Another
 * one rejects it, so the company amends the qualification, and the signature is filed with all again.
 */
class CarrierFilingJourneyIT {

    @TempDir
    Path folder;

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant company = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
    private final Supervisor supervisor = new Supervisor(addresses);
    private final SignatureSystem signatures = new SignatureSystem(RunningSuite.get());
    private final CarrierFilingSystem carriers = new CarrierFilingSystem(addresses);
    private final Random random = TestRandom.seeded();
    private final String suffix = TestRandom.suffix(random);

    @Test
    void amendment_after_rejection_files_signature_again() throws IOException {
        ObjectNode form = filledIn();
        JsonNode draft = company.draft(form);
        long id = draft.path("id").asLong();
        approve(id, draft.path("version").asLong());
        long other = bind(id, "旁" + suffix);
        long bound = bind(id, "签" + suffix);
        assertThat(states(id, bound)).containsExactlyInAnyOrder("PENDING", "PENDING", "PENDING");

        List<CarrierFilingSystem.Sent> sent = new ArrayList<>();
        carriers.file(bound, "CHINA_MOBILE", filed -> {
            sent.add(filed);
            return null;
        });
        assertThat(sent.getFirst().data().at("/administrator/phone").asText())
                .isEqualTo(form.at("/administrator/phone").asText());
        assertThat(sent.getFirst().pages()).hasSizeGreaterThanOrEqualTo(3);
        leakLeadsToCarrier(
                sent.getFirst(), form.at("/administrator/portraitDocumentId").asText());
        long failed = carriers.file(bound, "CHINA_TELECOM", filed -> CarrierFilingSystem.SYSTEM_ERROR)
                .path("id")
                .asLong();
        assertThat(supervisor.refile(id, failed).path("round").asInt()).isEqualTo(2);
        carriers.file(bound, "CHINA_UNICOM", filed -> "PURPOSE_UNCLEAR");
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

    /** Finds the copy by its watermark. The owner learns why the document was copied. */
    private void leakLeadsToCarrier(CarrierFilingSystem.Sent sent, String document) throws IOException {
        long filing = sent.data().at("/filing/id").asLong();
        Path leaked = Files.write(folder.resolve("leaked.png"), sent.pages().get(document));
        Command.Result found = new Command(folder).run("watermark", leaked.toString());
        assertThat(found.exitCode()).as(found.output()).isZero();
        JsonNode view = Login.as("auditor", addresses)
                .get(URI.create(addresses.document() + "/v1/document-views/"
                        + found.output().lines().findFirst().orElseThrow()))
                .expect(200)
                .at("/items/0");
        assertThat(view.path("documentId").asText()).isEqualTo(document);
        assertThat(view.path("carrierFiling").asLong()).isEqualTo(filing);
        assertThat(view.path("carrier").asText()).isEqualTo("CHINA_MOBILE");
        assertThat(view.path("reason").asText()).isEqualTo("CARRIER_FILING");
        JsonNode ofOwner = Login.as("applicant-a", addresses)
                .get(URI.create(addresses.document() + "/v1/documents/" + document + "/views"))
                .expect(200);
        assertThat(ofOwner.path("items").findValuesAsText("reason")).contains("CARRIER_FILING");

        assertThat(carriers.copy(document, filing, UUID.randomUUID().toString(), 1)
                        .expect(409)
                        .path("code")
                        .asText())
                .isEqualTo("CARRIER_FILING_NOT_CLAIMED");
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
