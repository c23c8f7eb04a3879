package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccounts;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An agency files for its customer. It files the letter, the qualification that carries it, and the signature on both.
 */
class LetterJourneyIT {

    private static final String SIGNATURE = "星河示例";

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant agency = new Applicant(addresses, "agency", DemoAccounts.AGENCY);
    private final Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
    private final Supervisor supervisor = new Supervisor(addresses);
    private final SignatureSystem signatures = new SignatureSystem(RunningSuite.get());
    private final Random random = TestRandom.seeded();
    private final InventedPerson person = InventedPerson.drawn(random);
    private final String suffix = TestRandom.suffix(random);

    @Test
    void carried_letter_allows_signature_on_qualification() {
        ObjectNode letter = letter("客户授权" + suffix);
        long letterId = agency.draftLetter(letter).path("id").asLong();
        JsonNode draft = agency.draft(thirdParty(letterId));
        long id = draft.path("id").asLong();
        assertThat(agency.evaluate(id).path("passed").asBoolean()).isTrue();

        long workOrder = agency.submit(id, draft.path("version").asLong(), UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
        assertThat(agency.letter(letterId).path("status").asText()).isEqualTo("IN_REVIEW");
        JsonNode review = claimed(workOrder);
        assertThat(review.at("/snapshot/letter/letterId").asLong()).isEqualTo(letterId);
        assertThat(reviewer.view(letter.path("documentId").asText())).isNotEmpty();
        reviewer.approve(workOrder);
        awaitLetter(letterId, "APPROVED");
        assertThat(agency.letter(letterId).path("validity").asText()).isEqualTo("VALID");
        awaitStatus(id, "APPROVED");

        ObjectNode question = question(id, SIGNATURE);
        assertThat(signatures.ask(question).path("passed").asBoolean()).isTrue();
        signatures.bind(question(id, "远山示例")).expect(422);
        long bound = signatures.bind(question).expect(200).path("id").asLong();
        assertThat(agency.delete(id, version(id)).expect(409).path("code").asText())
                .isEqualTo("BOUND_SIGNATURES");
        assertThat(agency.deleteLetter(letterId, letterVersion(letterId))
                        .expect(409)
                        .path("code")
                        .asText())
                .isEqualTo("BOUND_SIGNATURES");

        signatures.release(bound);
        renewAlone(letter);
        agency.delete(id, version(id)).expect(204);
        agency.deleteLetter(letterId, letterVersion(letterId)).expect(204);
    }

    /** Submits the letter for separate review; the contact of the customer's qualification is notified. */
    private void renewAlone(ObjectNode first) {
        ObjectNode form = first.deepCopy().put("name", "新授权" + suffix);
        JsonNode draft = agency.draftLetter(form);
        long letterId = draft.path("id").asLong();
        long workOrder = agency.submitLetter(letterId, draft.path("version").asLong(), UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
        JsonNode review = claimed(workOrder);
        assertThat(review.path("subject").asText()).isEqualTo("LETTER");
        assertThat(review.at("/snapshot/authorisedParty").asText()).isEqualTo(DemoAccounts.AGENCY.companyName());
        reviewer.approve(workOrder);
        awaitLetter(letterId, "APPROVED");
        assertThat(Waiting.until("the notice of the letter", this::letterNotice))
                .contains("新授权" + suffix);
    }

    private JsonNode claimed(long workOrder) {
        supervisor.awaitReview(workOrder);
        reviewer.claim(workOrder);
        return reviewer.review(workOrder).expect(200);
    }

    private ObjectNode letter(String name) {
        String picture = agency.upload(
                "AUTHORIZATION_LETTER", Specimen.authorizationLetter(List.of("A → agency", SIGNATURE, suffix)));
        return Form.letter(name, DemoAccounts.COMPANY_A, DemoAccounts.AGENCY, "2028-12-31", picture, SIGNATURE);
    }

    private ObjectNode thirdParty(long letterId) {
        String verification = agency.requestPhoneCode(person.phone());
        String code = Waiting.until("the code", () -> operator.code(person.phone()));
        agency.enterPhoneCode(verification, code);
        ObjectNode form = agency.fillIn("客户资质" + suffix, "COMPANY", person, verification);
        Form.forThirdParty(form, DemoAccounts.COMPANY_A, letterId);
        return form;
    }

    private static ObjectNode question(long qualificationId, String name) {
        return Api.JSON
                .createObjectNode()
                .put("accountId", DemoAccounts.AGENCY.id())
                .put("name", name)
                .put("qualificationId", qualificationId);
    }

    private Optional<String> letterNotice() {
        for (JsonNode item : operator.inbox(person.phone())) {
            if ("LETTER_APPROVED".equals(item.path("template").asText())) {
                return Optional.of(item.path("text").asText());
            }
        }
        return Optional.empty();
    }

    private void awaitLetter(long id, String status) {
        Waiting.until(
                "the letter " + status,
                () -> Optional.of(agency.letter(id))
                        .filter(view -> view.path("status").asText().equals(status)));
    }

    private void awaitStatus(long id, String status) {
        Waiting.until(
                "the qualification " + status,
                () -> Optional.of(agency.qualification(id))
                        .filter(view -> view.path("status").asText().equals(status)));
    }

    private long version(long id) {
        return agency.qualification(id).path("version").asLong();
    }

    private long letterVersion(long id) {
        return agency.letter(id).path("version").asLong();
    }
}
