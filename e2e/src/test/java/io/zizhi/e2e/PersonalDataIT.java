package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.metrics.MetricsPage;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sends the name, the ID number, the phone and the phone code of an invented person through the suite, in valid and
 * invalid requests. Afterwards no log, topic, metric or trace may contain them.
 */
class PersonalDataIT {

    private static final Addresses ADDRESSES = RunningSuite.addresses();
    private static final Path FOLDER = RunningSuite.get().infrastructure().folder();
    private static final List<String> LOGS = List.of(
            "qualification-service", "document-service", "review-service", "notification-service", "kafka", "postgres");

    private static final String DIGIT = "[0-9]";
    private static final String LETTER_OR_DIGIT = "[0-9A-Za-z.]";

    /** An unusual surname that no other test uses. */
    private static final InventedPerson PERSON = person();

    private static final String QUALIFICATION = "金丝雀示例" + PERSON.phone().substring(3);
    private static Map<String, Double> maskedBefore = Map.of();
    private static Journey.Approved approved = new Journey.Approved(0, 0, "", "");

    private static InventedPerson person() {
        InventedPerson drawn = InventedPerson.drawn(new SecureRandom());
        return new InventedPerson("司马" + drawn.name(), drawn.idNumber(), drawn.phone());
    }

    @BeforeAll
    static void send_personal_data_through_suite() {
        maskedBefore = masked();
        approved = new Journey(PERSON).travel(QUALIFICATION);
        sendBadlyFormed();
        Waiting.until(
                "the span of the approval",
                () -> RunningSuite.traces()
                        .spans()
                        .filter(span -> span.attribute("zizhi.event.type").equals("zizhi.qualification.approved.v1")
                                && span.attribute("zizhi.aggregate.id").equals(Long.toString(approved.id())))
                        .findFirst());
    }

    /**
     * Sends malformed requests. Their errors could put personal data into messages of parsers, validators, databases
     * and routers.
     */
    private static void sendBadlyFormed() {
        Api applicant = Login.as("applicant-a", ADDRESSES);
        Api operator = Login.as("operator", ADDRESSES);
        ObjectNode broken = Api.JSON.createObjectNode().put("phone", PERSON.phone() + PERSON.idNumber());
        broken.put(PERSON.name(), PERSON.idNumber());
        List<Api.Answer> answers = List.of(
                applicant.post(URI.create(ADDRESSES.notification() + "/v1/phone-verifications"), broken),
                applicant.post(
                        URI.create(ADDRESSES.qualification() + "/v1/qualifications"),
                        Api.JSON.createObjectNode().put("administrator", PERSON.idNumber())),
                applicant.get(URI.create(ADDRESSES.qualification() + "/v1/qualifications/" + PERSON.idNumber())),
                applicant.get(URI.create(ADDRESSES.qualification() + "/v1/nowhere/" + PERSON.phone())),
                applicant.get(URI.create(ADDRESSES.qualification() + "/v1/qualifications?limit=" + PERSON.phone())),
                applicant.get(URI.create(ADDRESSES.notification() + "/v1/inbox?phone=" + PERSON.phone())),
                operator.get(URI.create(ADDRESSES.notification() + "/v1/inbox?phone=" + PERSON.idNumber())));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
        // A number gets one code a minute, and the rejection is recorded. The journey may have taken longer.
        Waiting.until(
                "the rejection of a second code within a minute",
                () -> Optional.of(applicant.post(
                                URI.create(ADDRESSES.notification() + "/v1/phone-verifications"),
                                Api.JSON.createObjectNode().put("phone", PERSON.phone())))
                        .filter(answer -> answer.status() == 429));
    }

    @Test
    void personal_data_reaches_its_recipients() {
        assertThat(approved.notice()).contains(QUALIFICATION);
        assertThat(new Operator(ADDRESSES).inbox(PERSON.phone()).toString()).contains(approved.phoneCode());
        assertThat(new Applicant(ADDRESSES, "applicant-a", DemoAccounts.COMPANY_A)
                        .qualification(approved.id())
                        .toString())
                .contains(PERSON.name());
    }

    @Test
    void logs_contain_no_personal_data() {
        Map<String, byte[]> logs = files(FOLDER.resolve("logs"));
        assertThat(logs.keySet())
                .containsAll(LOGS.stream().map(name -> name + ".log").toList());
        assertThat(isIn("review-service", Objects.requireNonNull(logs.get("review-service.log")), DIGIT))
                .isTrue();
        assertNothingPersonal(logs);
        assertNoCode(logs);
    }

    @Test
    void topics_contain_no_personal_data() {
        Map<String, byte[]> segments = new LinkedHashMap<>();
        files(FOLDER.resolve("data")).forEach((name, bytes) -> {
            if (name.contains("zizhi.") && name.endsWith(".log")) {
                segments.put(name, bytes);
            }
        });
        // The name of the qualification is part of events, which proves that the search works.
        assertThat(segments.values().stream().anyMatch(segment -> isIn(QUALIFICATION, segment, DIGIT)))
                .isTrue();
        assertNothingPersonal(segments);
        assertNoCode(segments);
    }

    @Test
    void metrics_contain_no_personal_data() {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        Service.modules()
                .forEach(service ->
                        pages.put(service, MetricsPage.of(service).text().getBytes(StandardCharsets.UTF_8)));
        assertThat(pages.values().stream().allMatch(page -> isIn("/v1/", page, DIGIT)))
                .isTrue();
        assertNothingPersonal(pages);
        assertNoCode(pages);
    }

    @Test
    void no_log_line_had_to_be_masked() {
        assertThat(masked()).isEqualTo(maskedBefore);
    }

    /** Returns the number of masked log lines so far, by service; other tests of the run may have caused some. */
    private static Map<String, Double> masked() {
        return Service.modules().stream()
                .collect(Collectors.toMap(
                        service -> service, service -> MetricsPage.of(service).sum("log_masked_total")));
    }

    @Test
    void traces_contain_no_personal_data() {
        Map<String, byte[]> exported = new LinkedHashMap<>();
        RunningSuite.traces().bodies().forEach(body -> exported.put("export " + exported.size(), body));
        assertThat(exported.values().stream().anyMatch(body -> isIn(Long.toString(approved.id()), body, DIGIT)))
                .isTrue();
        assertNothingPersonal(exported);
        // Excludes trace ids, because they contain six digits in a row by chance.
        Map<String, byte[]> texts = new LinkedHashMap<>();
        RunningSuite.traces().texts().forEach(text -> texts.put(text, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(texts).containsKey(Long.toString(approved.id()));
        assertNoCode(texts);
    }

    private static void assertNothingPersonal(Map<String, byte[]> places) {
        List<String> found = new ArrayList<>();
        Map<String, String> secrets = Map.of(
                "the ID number", PERSON.idNumber(),
                "the phone", PERSON.phone(),
                "the name", PERSON.name());
        places.forEach((place, bytes) -> secrets.forEach((what, secret) -> {
            if (isIn(secret, bytes, DIGIT)) {
                found.add(what + " in " + place);
            }
        }));
        assertThat(found).isEmpty();
    }

    /**
     * Checks that no place contains the code as a whole value. Its six digits are part of many ids, which do not count.
     */
    private static void assertNoCode(Map<String, byte[]> places) {
        assertThat(places)
                .allSatisfy((place, bytes) -> assertThat(isIn(approved.phoneCode(), bytes, LETTER_OR_DIGIT))
                        .as("the phone code in %s", place)
                        .isFalse());
    }

    /**
     * @param beside characters which, next to the match, make it part of a longer value; such a match does not count
     */
    private static boolean isIn(String text, byte[] bytes, String beside) {
        String bytewise = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return Pattern.compile("(?<!" + beside + ")" + Pattern.quote(bytewise) + "(?!" + beside + ")")
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .find();
    }

    /** Returns all files below the folder, by their path. */
    private static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try {
            for (Path file : LiveFiles.below(folder)) {
                if (file.toString().endsWith(".log")) {
                    contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return contents;
    }
}
