package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Takes one qualification through its process and prints each step. */
final class Story {

    private final String title;
    private final Applicant applicant;
    private final Reviewer reviewer;
    private final Supervisor supervisor;
    private final Operator operator;
    private final RandomGenerator random;
    private InventedPerson administrator;
    private final PrintStream out;
    private long id;
    private long version;
    private long workOrder;
    private ObjectNode form = Api.JSON.createObjectNode();

    Story(
            String title,
            Applicant applicant,
            Reviewer reviewer,
            Supervisor supervisor,
            Operator operator,
            RandomGenerator random,
            PrintStream out) {
        this.title = title;
        this.applicant = applicant;
        this.reviewer = reviewer;
        this.supervisor = supervisor;
        this.operator = operator;
        this.random = random;
        this.administrator = InventedPerson.drawn(random);
        this.out = out;
    }

    /** Performs the steps from the phone code to a draft that passes the pre-check. */
    void draft(String name, String ownerType) {
        out.println();
        out.println("== " + title);
        String verification = verifyPhone();
        form = applicant.fillIn(name, ownerType, administrator, verification);
        step("documents uploaded, clearly marked SPECIMEN");
        JsonNode draft = applicant.draft(form);
        id = draft.path("id").asLong();
        version = draft.path("version").asLong();
        step("draft " + id + " " + name + ", administrator "
                + draft.at("/form/administrator/idNumber").asText());
        precheck();
    }

    /** Returns the id of the qualification. */
    long id() {
        return id;
    }

    void submit() {
        JsonNode submitted = applicant.submit(id, version, UUID.randomUUID()).expect(200);
        version = submitted.path("version").asLong();
        workOrder = submitted.path("workOrder").asLong();
        expect("IN_REVIEW", submitted.path("status").asText());
        step("submitted: work order (审核工单) " + workOrder + ", 审核中 IN_REVIEW");
        JsonNode review = supervisor.awaitReview(workOrder);
        step("at the desk: policy " + review.path("policy").asText() + ", due "
                + review.path("dueAt").asText());
        String promised = Waiting.until(
                "the due time in the applicant's view",
                () -> Optional.of(applicant.qualification(id).path("dueAt").asText())
                        .filter(dueAt -> !dueAt.isEmpty()));
        expect(review.path("dueAt").asText(), promised);
    }

    void claim() {
        JsonNode claimed = reviewer.claim(workOrder);
        step("claimed by " + claimed.path("reviewerId").asText() + " until "
                + claimed.path("leaseEndsAt").asText());
        String document = form.at("/administrator/emblemDocumentId").asText();
        byte[] seen = reviewer.view(document);
        step("reviewer viewed an ID photo (" + seen.length + " bytes)");
        step("reviewer read the evidence, "
                + reviewer.completeEvidence(workOrder).size() + " parts");
    }

    void approve() {
        decided(reviewer.approve(workOrder));
        await("APPROVED");
        step("approved: 审核通过 APPROVED");
        expectSms("QUALIFICATION_APPROVED");
    }

    void requestSupplement() {
        decided(reviewer.requestSupplement(workOrder, "/moreMaterial", "请补充办公场所证明"));
        JsonNode now = await("SUPPLEMENT_REQUIRED");
        step("supplement requested: 资料待补充 SUPPLEMENT_REQUIRED, "
                + now.at("/decision/items/0/code").asText() + " at "
                + now.at("/decision/items/0/pointer").asText() + ": "
                + now.at("/decision/items/0/note").asText());
        expectSms("QUALIFICATION_SUPPLEMENT_REQUESTED");
    }

    /**
     * Resubmits with a second phone number for the administrator: every submission needs a verified phone, and a number
     * gets only one code a minute.
     */
    void supplementAndResubmit() {
        String proof = applicant.upload("MORE_MATERIAL", Specimen.moreMaterial("Proof of premises 办公场所证明"));
        ((ArrayNode) form.path("moreMaterial")).add(proof);
        administrator = administrator.withPhoneOf(InventedPerson.drawn(random));
        ((ObjectNode) form.path("administrator"))
                .put("phone", administrator.phone())
                .put("phoneVerificationId", verifyPhone());
        JsonNode edited =
                applicant.edit(id, applicant.qualification(id).path("version").asLong(), form);
        version = edited.path("version").asLong();
        step("material added");
        precheck();
        submit();
    }

    void withdraw() {
        JsonNode withdrawn = applicant.withdraw(id, version);
        expect("WITHDRAWN", withdrawn.path("status").asText());
        step("withdrawn: 已撤回 WITHDRAWN");
        Waiting.until(
                "the cancelled review " + workOrder,
                () -> Optional.of(supervisor.review(workOrder).path("status").asText())
                        .filter("CANCELLED"::equals));
        step("the review was cancelled");
    }

    /** Prints the timeline, which must begin with these acts. */
    void printTimeline(String... acts) {
        out.println();
        out.println("-- timeline of qualification " + id + " as the applicant sees it");
        List<String> reported = new ArrayList<>();
        for (JsonNode entry : applicant.timeline(id).path("items")) {
            reported.add(entry.path("act").asText());
            out.printf(
                    "   %-28s %-22s %-10s %s%n",
                    entry.path("at").asText(),
                    entry.path("act").asText(),
                    entry.path("role").asText(),
                    entry.path("details"));
        }
        expect(
                List.of(acts).toString(),
                reported.stream().limit(acts.length).toList().toString());
    }

    /** Prints the decision. The desk may require a second reviewer, which the demo does not have. */
    private static void decided(JsonNode decision) {
        if (!"DECIDED".equals(decision.path("status").asText())) {
            throw new AssertionError("This desk requires a second reviewer"
                    + " (zizhi.review.four-eyes.*), but the demo has only one: " + decision);
        }
    }

    private String verifyPhone() {
        String verification = applicant.requestPhoneCode(administrator.phone());
        String code = Waiting.until("the code by SMS", () -> operator.code(administrator.phone()));
        applicant.enterPhoneCode(verification, code);
        step("phone verified by the code from the SMS inbox");
        return verification;
    }

    private void precheck() {
        JsonNode evaluation = Waiting.until(
                "the malware scan of the documents",
                () -> Optional.of(applicant.evaluate(id)).filter(found -> !waitsForScan(found)));
        if (!evaluation.path("passed").asBoolean()) {
            throw new AssertionError("The pre-check failed: " + evaluation);
        }
        step("pre-check passed, " + evaluation.path("rules").size() + " results");
    }

    /** A scanner, if there is one, needs a moment. */
    private static boolean waitsForScan(JsonNode evaluation) {
        for (JsonNode rule : evaluation.path("rules")) {
            if (rule.path("code").asText().equals("DOCUMENT_PENDING_SCAN")
                    && rule.path("status").asText().equals("FAILED")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode await(String status) {
        return Waiting.until(
                "status " + status + " of qualification " + id,
                () -> Optional.of(applicant.qualification(id))
                        .filter(now -> status.equals(now.path("status").asText())));
    }

    private void expectSms(String template) {
        String text = Waiting.until("the SMS " + template, () -> sms(template));
        step("SMS: " + text);
    }

    private Optional<String> sms(String template) {
        for (JsonNode item : operator.inbox(administrator.phone())) {
            if (template.equals(item.path("template").asText())) {
                return Optional.of(item.path("text").asText());
            }
        }
        return Optional.empty();
    }

    private static void expect(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("Expected " + expected + " but saw " + actual);
        }
    }

    private void step(String text) {
        out.println("   " + text);
    }
}
