package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Checks that the table of ASVS 5.0 claims only what tests prove. */
class SecurityRequirementsTest {

    private static final Path ROOT = ProjectFolder.find();
    private static final Set<String> STATUSES = Set.of("met", "not applicable", "deployment", "not yet");

    /** The number of requirements of levels 1 and 2 in each chapter of ASVS 5.0.0. */
    private static final Map<String, Long> CHAPTERS = Map.ofEntries(
            Map.entry("1", 27L),
            Map.entry("2", 11L),
            Map.entry("3", 19L),
            Map.entry("4", 10L),
            Map.entry("5", 9L),
            Map.entry("6", 35L),
            Map.entry("7", 18L),
            Map.entry("8", 7L),
            Map.entry("9", 7L),
            Map.entry("10", 29L),
            Map.entry("11", 14L),
            Map.entry("12", 9L),
            Map.entry("13", 13L),
            Map.entry("14", 9L),
            Map.entry("15", 13L),
            Map.entry("16", 16L),
            Map.entry("17", 7L));

    private static final List<CSVRecord> ROWS = rows();
    private static final Set<String> TESTS = tests();

    @Test
    void every_requirement_of_levels_1_and_2_has_one_row() {
        assertThat(ROWS).extracting(row -> row.get("id")).doesNotHaveDuplicates();
        Map<String, Long> chapters = ROWS.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("id").split("\\.", 2)[0], TreeMap::new, Collectors.counting()));
        assertThat(chapters).isEqualTo(CHAPTERS);
    }

    @Test
    void met_requirements_name_existing_tests() {
        assertThat(ROWS).allSatisfy(row -> {
            List<String> named = Arrays.stream(row.get("tests").split(" ", -1))
                    .filter(test -> !test.isEmpty())
                    .toList();
            assertThat(row.get("status")).isIn(STATUSES);
            assertThat(row.get("how")).as(row.get("id")).isNotBlank();
            assertThat(named.isEmpty())
                    .as("%s is %s", row.get("id"), row.get("status"))
                    .isEqualTo(!row.get("status").equals("met"));
            assertThat(TESTS).as(row.get("id")).containsAll(named);
        });
    }

    @Test
    void at_most_ten_requirements_are_unmet_with_reasons() throws IOException {
        List<String> notYet = ROWS.stream()
                .filter(row -> row.get("status").equals("not yet"))
                .map(row -> row.get("id"))
                .toList();
        assertThat(notYet).hasSizeLessThanOrEqualTo(10);
        assertThat(Files.readString(ROOT.resolve("docs/security.md"))).contains(notYet);
        assertThat(Files.readString(ROOT.resolve("docs/security.zh-CN.md"))).contains(notYet);
    }

    private static List<CSVRecord> rows() {
        try (var reader = Files.newBufferedReader(ROOT.resolve("docs/asvs.csv"))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> tests() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
