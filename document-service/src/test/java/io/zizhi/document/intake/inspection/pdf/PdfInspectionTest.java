package io.zizhi.document.intake.inspection.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are unusual but valid; hostile ones are in the list of hostile files. */
class PdfInspectionTest {

    private static final String START = "%PDF-1.7\n%\u00e2\u00e3\n";
    private static final String LINK = "1 0 obj <</Subtype/Link/A <</S/URI/URI(https://example.com)>>>> endobj\n";
    private static final String TO_PAGE = "9 0 obj <</S /GoTo /D [3 0 R /Fit]>> endobj\n";
    private static final String END = "startxref\n0\n%%EOF\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 obj<</Type/Catalog>>endobj\n",
                "1 0 obj\r\n<< /Length 5 >>\r\nstream\r\nhello\r\nendstream\r\nendobj\r\n",
                "1 0 obj <</Length 2 0 R>> stream\nhello\nendstream endobj 2 0 obj 5 endobj\n",
                "1 0 obj <</Length 99>> stream\nwrong length\nendstream endobj\n",
                "1 0 obj <</Title(Brackets \\) and (nested) ones)/ID<0aF 3>>> endobj\n",
                "1 0 obj [1 -2.5 true null /Name#20with#20space 3 0 R] endobj\n",
                "1 0 obj <</Type/Catalog/OpenAction [3 0 R /Fit]>> endobj\n",
                "1 0 obj <</OpenAction 2 0 R>> endobj 2 0 obj <</S /GoTo /D [3 0 R /XYZ null null null]>> endobj\n",
                "1 0 obj <</OpenAction <</S/GoTo/D(start)>>>> endobj\n",
                "1 0 obj <</Type/Catalog>> endobj % a comment\n",
                "xref\n0 1\n0000000000 65535 f\ntrailer<</Size 1>>\n",
                // an update behind the first end
                "1 0 obj 1 endobj\nstartxref\n0\n%%EOF\n1 0 obj 2 endobj\n"
            })
    void accepts_valid_files(String objects) {
        assertThatCode(() -> inspect(START + objects + END)).doesNotThrowAnyException();
    }

    @Test
    void accepts_white_space_after_the_end() {
        assertThatCode(() -> inspect(START + "1 0 obj 1 endobj\n" + END + "\r\n\0\n"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 obj <</A(never closed>> endobj\n",
                "1 0 obj <<>> >> endobj\n",
                "1 0 obj <</Length 5>> stream\nhello\n",
                "1 0 obj 2 0 obj 3 endobj\n",
                // another object, for readers that end numbers or names earlier
                "1 0 obj [2 0obj<<>>] endobj\n",
                "1 0 obj [/A\u00ff2\u00ff0\u00ffobj<<>>] endobj\n",
                "1 0 obj [2 0\u0080obj<<>>] endobj\n",
                "hello\n"
            })
    void refuses_files_that_it_cannot_follow(String objects) {
        assertThatThrownBy(() -> inspect(START + objects + END))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("PDF_UNREADABLE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 obj <</OpenAction 2 0 R>> endobj 2 0 obj <</S/Named/N/Print>> endobj\n",
                "1 0 obj <</S/URI/URI(https://example.com)>> endobj 2 0 obj <</OpenAction 1 0 R>> endobj\n",
                "1 0 obj <</AA<</O<</S/Hide/T(field)>>>>>> endobj\n",
                "1 0 obj <</AA 2 0 R>> endobj 2 0 obj <</O<</S/URI/URI(https://example.com)>>>> endobj\n",
                "1 0 obj <</OpenAction<</S/GoTo/D(start)/S/URI/URI(https://example.com)>>>> endobj\n",
                "1 0 obj <</OpenAction <</S/GoTo/D(start)/Next<</S/Movie>>>>>> endobj\n",
                """
                1 0 obj <</OpenAction 9 0 R>> endobj 2 0 obj <</Type/ObjStm/First 4/Length 15>> stream
                9 0 <</S/Sound>>
                endstream endobj
                """
            })
    void refuses_other_actions_at_opening(String objects) {
        assertThatThrownBy(() -> inspect(START + objects + END))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("PDF_ACTIVE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 0 obj <</OpenAction[3 0 R /Fit]>> endobj\n",
                "2 0 obj <</OpenAction 9 0 R>> endobj " + TO_PAGE,
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R>> endobj\n",
                "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj [3 0 R/XYZ 0 792 null] endobj\n",
                "2 0 obj <</OpenAction<</Type/Action/S/GoTo/D(start)>>>> endobj\n",
                "2 0 obj <</AcroForm<</Fields[]>>>> endobj\n"
            })
    void accepts_links_beside_an_opening_at_a_page(String objects) {
        assertThatCode(() -> inspect(START + LINK + objects + END)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 0 obj <</OpenAction 8 0 R>> endobj " + TO_PAGE,
                "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj <</S/GoTo/D(a)/Next 1 0 R>> endobj\n",
                "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj <</S 5 0 R/D(a)>> endobj 5 0 obj /GoTo endobj\n",
                "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj 1 0 R endobj\n",
                "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj <</S/GoTo/D(a)>> /More endobj\n",
                // defined twice: readers differ in which one they use
                "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj <</A 1>> endobj " + TO_PAGE,
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R>> endobj 9 0 obj <</A 1>> endobj\n",
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R/OpenAction 1 0 R>> endobj\n",
                TO_PAGE + "2 0 obj <</Open#41ction 1 0 R>> endobj\n",
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R/T(<</OpenAction 1 0 R>>)>> endobj\n",
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R/AA<</WC 1 0 R>>>> endobj\n",
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R/T(<</S/URI>>)>> endobj\n",
                // hidden objects that go on outside of comment, string and stream
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R>> endobj 8 0 obj [%9 0 obj\n<</S/URI>>] endobj\n",
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R>> endobj 8 0 obj [(9 0 obj %)\n<</S/URI>>] endobj\n",
                TO_PAGE + "2 0 obj <</OpenAction 9 0 R>> endobj 8 0 obj <<>> stream\n9 0 obj %endstream endobj\n" + LINK
            })
    void refuses_links_beside_an_unclear_opening(String objects) {
        assertThatThrownBy(() -> inspect(START + LINK + objects + END))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("PDF_ACTIVE"));
    }

    /** In a scan of five megabytes such bytes occur by chance. */
    @ParameterizedTest
    @ValueSource(strings = {"/AA /URI", "an obj", "trailer", "1 0 obj /A#", "/First #4J"})
    void accepts_bytes_in_streams_that_are_no_hidden_action(String data) {
        String scan = "2 0 obj <</OpenAction[3 0 R/Fit]>> endobj 3 0 obj <<>> stream\n" + data + "\nendstream endobj\n";
        assertThatCode(() -> inspect(START + LINK + scan + END)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 0 obj <</AA<</O<</S/URI/URI(a)>>>>>>",
                "trailer<</Root<</AA<</O<</S/URI/URI(a)>>>>>>>>",
                "3 0 obj <</N 1/First 4/Length 9/Filter/FlateDecode>>",
                "3 0 %\nobj /X#/XFA",
                "3 0\u0080obj /XFA\u00ff1"
            })
    void refuses_hidden_objects_with_short_names(String data) {
        for (String hidden :
                List.of("2 0 obj (" + data + ") endobj\n", "2 0 obj <<>> stream\n" + data + "\nendstream endobj\n")) {
            assertThatThrownBy(() -> inspect(START + LINK + hidden + END)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void reads_actions_in_compressed_objects() {
        String objects = "<</S/GoTo/D[3 0 R/Fit]>> <</OpenAction 9 0 R>>";
        assertThatCode(() -> inspect(START + LINK + compressed("9 0 2 25 ", "9", objects) + END))
                .doesNotThrowAnyException();
        // overlapping objects, an offset in another object, an object that is no action, a header with more than
        // numbers
        for (String unclear : List.of(
                compressed("9 0 2 0 ", "8", objects),
                compressed("9 0 2 25 ", "5 0 R", objects),
                compressed("8 0 2 25 ", "9", objects),
                compressed("9 0 2 25 /A ", "12", objects))) {
            assertThatThrownBy(() -> inspect(START + LINK + unclear + END)).isInstanceOf(ProblemException.class);
            assertThatCode(() -> inspect(START + unclear + END)).doesNotThrowAnyException();
        }
    }

    /** Readers go by the declared number of objects, and read a number to its last digit. */
    @Test
    void refuses_links_beside_objects_that_readers_find_elsewhere() {
        String open = "2 0 obj <</OpenAction 9 0 R>> endobj\n";
        for (String hidden : List.of(
                TO_PAGE + compressed("8 0 ", "4", "9 2 <</S/URI>>"),
                compressed("2 0 9 1", "7", "5<</S/GoTo/D(ab<</S/URI>>)>>"))) {
            assertThatThrownBy(() -> inspect(START + LINK + open + hidden + END))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo("PDF_ACTIVE"));
        }
    }

    private static String compressed(String header, String first, String objects) {
        Deflater deflater = new Deflater();
        deflater.setInput((header + objects).getBytes(ISO_8859_1));
        deflater.finish();
        byte[] buffer = new byte[1000];
        String data = new String(buffer, 0, deflater.deflate(buffer), ISO_8859_1);
        deflater.end();
        return "4 0 obj <</Type/ObjStm/N 2/First " + first + "/Filter/FlateDecode/Length " + data.length()
                + ">> stream\n" + data + "\nendstream endobj\n";
    }

    private static void inspect(String file) {
        PdfInspection.inspect(file.getBytes(ISO_8859_1));
    }
}
