package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Uploads a specimen of an identity card, which code has drawn, and reads its fields back. */
public final class RecognitionStory {

    /** What is on the specimen; the address is long and may be read with a mistake. */
    static final Map<String, String> PRINTED = Map.of(
            "name", "宋邈",
            "sex", "女",
            "ethnicity", "汉",
            "birthDate", "1971-12-19",
            "idNumber", "372899197112191482");

    /** The id number in the picture, as its owner sees it in a form. */
    private static final String MASKED_NUMBER = "372899********1482";

    /** A valid id number that is not the one in the picture. */
    private static final String OTHER_NUMBER = "11010519491231002X";

    private static final String PICTURE = "/specimens/id-portrait.jpg";

    private final Applicant applicant;
    private final PrintStream out;

    public RecognitionStory(Applicant applicant, PrintStream out) {
        this.applicant = applicant;
        this.out = out;
    }

    /** Runs the story; does nothing more than say so where recognition is switched off. */
    public void run() {
        out.println();
        out.println("== the fields of an identity card are recognised");
        String document = applicant.uploadPhoto("ID_PORTRAIT", picture());
        JsonNode found = Waiting.until(
                "the recognition of document " + document + " (./zizhi logs recognition-worker)",
                () -> Optional.of(applicant.recognition(document)).filter(RecognitionStory::isFinal));
        switch (found.path("status").asText()) {
            case "DONE" -> {
                compare(found);
                compareWithForm(document);
            }
            case "NOT_APPLICABLE" -> out.println("   recognition is switched off");
            default -> throw new AssertionError("The recognition failed: " + found);
        }
    }

    private static boolean isFinal(JsonNode recognition) {
        String status = recognition.path("status").asText();
        return !status.equals("WAITING") && !status.equals("RUNNING");
    }

    private void compare(JsonNode found) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode field : found.path("fields")) {
            values.put(field.path("name").asText(), field.path("value").asText());
        }
        out.println("   recognised: " + values);
        PRINTED.forEach((name, value) -> {
            if (!value.equals(values.get(name))) {
                throw new AssertionError("Expected " + name + " " + value + " but saw " + values.get(name));
            }
        });
    }

    /** A form with another id number than the picture gets a warning and the recognised value as a suggestion. */
    private void compareWithForm(String document) {
        ObjectNode form = Form.begun("识别" + UUID.randomUUID().toString().replace("-", ""));
        form.putObject("administrator")
                .put("name", PRINTED.get("name"))
                .put("idType", "RESIDENT_ID")
                .put("idNumber", OTHER_NUMBER)
                .put("portraitDocumentId", document);
        JsonNode draft = applicant.draft(form);
        long id = draft.path("id").asLong();
        JsonNode suggested = at(applicant.recognisedValues(id).path("values"), "/administrator/idNumber");
        if (!suggested.path("recognised").asText().equals(MASKED_NUMBER)
                || suggested.path("agrees").asBoolean()) {
            throw new AssertionError("Expected " + MASKED_NUMBER + " as a suggestion but saw " + suggested);
        }
        expect("WARNING", "/administrator/idNumber", id);
        expect("PASSED", "/administrator/name", id);
        out.println("   the id number in the form differs: suggested " + MASKED_NUMBER + ", and the pre-check warns");
        applicant.delete(id, draft.path("version").asLong()).expect(204);
    }

    private void expect(String status, String pointer, long id) {
        for (JsonNode rule : applicant.evaluate(id).path("rules")) {
            if (rule.path("code").asText().equals("RECOGNISED_VALUE_DIFFERS")
                    && rule.path("pointer").asText().equals(pointer)
                    && rule.path("status").asText().equals(status)) {
                return;
            }
        }
        throw new AssertionError("The pre-check does not compare " + pointer + " with the picture: expected " + status);
    }

    private static JsonNode at(JsonNode values, String pointer) {
        for (JsonNode value : values) {
            if (value.path("pointer").asText().equals(pointer)) {
                return value;
            }
        }
        throw new AssertionError("No recognised value for " + pointer + ": " + values);
    }

    private static byte[] picture() {
        try (InputStream picture =
                Objects.requireNonNull(RecognitionStory.class.getResourceAsStream(PICTURE), PICTURE)) {
            return picture.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
