package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.metrics.MetricsPage;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Checks that no log, topic, metric or trace contains the name, the ID number, the phone or the phone code of the person
 * of the shared journey, which sends them in valid and invalid requests.
 */
class PersonalDataIT {

    private static final Addresses ADDRESSES = RunningSuite.addresses();
    private static final Path FOLDER = RunningSuite.get().infrastructure().folder();
    private static final List<String> LOGS = List.of(
            "qualification-service", "document-service", "review-service", "notification-service", "kafka", "postgres");

    private static final String DIGIT = "[0-9]";
    private static final String LETTER_OR_DIGIT = "[0-9A-Za-z.]";

    private static final SharedJourney JOURNEY = SharedJourney.get();
    private static final InventedPerson PERSON = JOURNEY.person();
    private static final Journey.Approved APPROVED = JOURNEY.approved();

    @Test
    void personal_data_reaches_its_recipients() {
        assertThat(APPROVED.notice()).contains(JOURNEY.qualification());
        assertThat(new Operator(ADDRESSES).inbox(PERSON.phone()).toString()).contains(APPROVED.phoneCode());
        assertThat(new Applicant(ADDRESSES, "applicant-a", DemoAccounts.COMPANY_A)
                        .qualification(APPROVED.id())
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
        assertThat(segments.values().stream().anyMatch(segment -> isIn(JOURNEY.qualification(), segment, DIGIT)))
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
        assertThat(JOURNEY.maskedAfter()).isEqualTo(JOURNEY.maskedBefore());
    }

    @Test
    void traces_contain_no_personal_data() {
        Map<String, byte[]> exported = new LinkedHashMap<>();
        RunningSuite.traces().bodies().forEach(body -> exported.put("export " + exported.size(), body));
        assertThat(exported.values().stream().anyMatch(body -> isIn(Long.toString(APPROVED.id()), body, DIGIT)))
                .isTrue();
        assertNothingPersonal(exported);
        // Excludes trace ids, because they contain six digits in a row by chance.
        Map<String, byte[]> texts = new LinkedHashMap<>();
        RunningSuite.traces().texts().forEach(text -> texts.put(text, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(texts).containsKey(Long.toString(APPROVED.id()));
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
                .allSatisfy((place, bytes) -> assertThat(isIn(APPROVED.phoneCode(), bytes, LETTER_OR_DIGIT))
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
