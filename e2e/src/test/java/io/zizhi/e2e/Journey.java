package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoAccounts;
import java.util.Optional;
import java.util.UUID;

/** Takes one qualification from the phone code to the SMS that reports its approval. */
public final class Journey {

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
    private final Supervisor supervisor = new Supervisor(addresses);
    private final InventedPerson person;

    /** The ids of the approved qualification, its phone code and its notice. */
    public record Approved(long id, long workOrder, String phoneCode, String notice) {}

    public Journey(InventedPerson person) {
        this.person = person;
    }

    public Approved travel(String name) {
        String verification = applicant.requestPhoneCode(person.phone());
        String code = Waiting.until("the code", () -> operator.code(person.phone()));
        applicant.enterPhoneCode(verification, code);
        JsonNode draft = applicant.draft(applicant.fillIn(name, "COMPANY", person, verification));
        long id = draft.path("id").asLong();
        long workOrder = applicant
                .submit(id, draft.path("version").asLong(), UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
        supervisor.awaitReview(workOrder);
        reviewer.claim(workOrder);
        lookAt(workOrder);
        reviewer.approve(workOrder);
        return new Approved(id, workOrder, code, Waiting.until("the notice", this::notice));
    }

    /** Reads the review. The evidence contains no names; unmasked fields equal the submitted form. */
    private void lookAt(long workOrder) {
        assertThat(reviewer.completeEvidence(workOrder).toString())
                .doesNotContain(person.name(), person.idNumber(), person.phone());
        assertThat(reviewer.unmask(workOrder, "/administrator/name", "/administrator/idNumber", "/administrator/phone")
                        .findValuesAsText("value"))
                .containsExactly(person.name(), person.idNumber(), person.phone());
    }

    private Optional<String> notice() {
        for (JsonNode item : operator.inbox(person.phone())) {
            if ("QUALIFICATION_APPROVED".equals(item.path("template").asText())) {
                return Optional.of(item.path("text").asText());
            }
        }
        return Optional.empty();
    }
}
