package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccounts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reviewer views documents, also of the revision before. One page is leaked in part, and its watermark leads to the
 * reviewer. The owner learns of the views, but not by whom.
 */
class DocumentViewJourneyIT {

    private static final float QUALITY = 0.4f;

    @TempDir
    Path folder;

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
    private final Reviewer other = new Reviewer(addresses, "reviewer-b");
    private final Supervisor supervisor = new Supervisor(addresses);
    private final Random random = TestRandom.seeded();

    @Test
    void leaked_page_leads_to_the_person_who_saw_it() throws IOException {
        InventedPerson person = InventedPerson.drawn(random);
        ObjectNode form = applicant.fillIn("查看" + TestRandom.suffix(random), "COMPANY", person, verified(person));
        JsonNode draft = applicant.draft(form);
        long id = draft.path("id").asLong();
        long first = submit(id, draft.path("version").asLong());
        String document = form.at("/administrator/portraitDocumentId").asText();

        byte[] seen = reviewer.view(document);
        assertThat(other.page(document, "REVIEW").status()).isEqualTo(403);
        JsonNode view = investigate(seen);
        assertThat(view.path("viewer").asText()).isEqualTo("reviewer-a");
        assertThat(view.path("workOrder").asLong()).isEqualTo(first);
        assertThat(view.path("documentId").asText()).isEqualTo(document);

        reviewer.requestSupplement(first, "/administrator/portraitDocumentId", "clearer");
        long second = resubmitWithAnotherPortrait(id, form, person);
        assertThat(reviewer.completeEvidence(second)
                        .at("/earlierDecisions/value/items/0/documentIds")
                        .toString())
                .contains(document);
        assertThat(reviewer.page(document, "COMPARISON").status()).isEqualTo(200);
        reviewer.approve(second);
        assertThat(reviewer.page(document, "COMPARISON").status()).isEqualTo(403);

        JsonNode views = Login.as("applicant-a", addresses)
                .get(URI.create(addresses.document() + "/v1/documents/" + document + "/views"))
                .expect(200)
                .path("items");
        assertThat(views.findValuesAsText("reason")).containsExactly("COMPARISON", "REVIEW");
        assertThat(views.toString()).doesNotContain("reviewer-a");
    }

    /** Finds the view of a quarter of the page, which was compressed strongly. */
    private JsonNode investigate(byte[] page) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(page));
        int width = whole.getWidth() / 2;
        int height = whole.getHeight() / 2;
        Path leaked = folder.resolve("leaked.jpg");
        store(whole.getSubimage(random.nextInt(width), random.nextInt(height), width, height), leaked);
        Command.Result found = new Command(folder).run("watermark", leaked.toString());
        assertThat(found.exitCode()).as(found.output()).isZero();
        String mark = found.output().lines().findFirst().orElseThrow();
        return Login.as("auditor", addresses)
                .get(URI.create(addresses.document() + "/v1/document-views/" + mark))
                .expect(200)
                .at("/items/0");
    }

    private static void store(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(QUALITY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    private long resubmitWithAnotherPortrait(long id, ObjectNode form, InventedPerson person) {
        JsonNode now = Waiting.until(
                "the supplement request",
                () -> Optional.of(applicant.qualification(id))
                        .filter(view -> view.path("status").asText().equals("SUPPLEMENT_REQUIRED")));
        ObjectNode changed = form.deepCopy();
        // a number gets only one code a minute
        InventedPerson reachable = person.withPhoneOf(InventedPerson.drawn(random));
        ((ObjectNode) changed.path("administrator"))
                .put(
                        "portraitDocumentId",
                        applicant.upload("ID_PORTRAIT", Specimen.idPortrait(person.idNumber() + " again")))
                .put("phone", reachable.phone())
                .put("phoneVerificationId", verified(reachable));
        JsonNode edited = applicant.edit(id, now.path("version").asLong(), changed);
        return submit(id, edited.path("version").asLong());
    }

    private long submit(long id, long version) {
        long workOrder = applicant
                .submit(id, version, UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
        supervisor.awaitReview(workOrder);
        reviewer.claim(workOrder);
        return workOrder;
    }

    private String verified(InventedPerson person) {
        String verification = applicant.requestPhoneCode(person.phone());
        applicant.enterPhoneCode(verification, Waiting.until("the code", () -> operator.code(person.phone())));
        return verification;
    }
}
