package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChineseFontTest {

    private static final int TABLES = 4;
    private static final int FIRST_TABLE = 12;
    private static final int TABLE_ENTRY = 16;
    private static final int OFFSET_IN_ENTRY = 8;

    @TempDir
    private Path folder;

    @Test
    void uses_first_file_with_chinese_glyphs() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ttf"), "not a font");
        Path latin = Files.write(folder.resolve("latin.ttf"), latin());
        Path chinese = chinese();

        assertThat(nameOf("/missing.ttf", folder + "", broken + "", latin + "", chinese + ""))
                .isEqualTo(nameOf(chinese + ""));
    }

    @Test
    void uses_chosen_font_of_collection() throws IOException {
        Path collection = Files.write(folder.resolve("both.ttc"), collection(latin(), Files.readAllBytes(chinese())));

        assertThat(nameOf(collection + "#1")).isEqualTo(nameOf(chinese() + ""));
        for (String unusable : List.of(collection + "", collection + "#2", collection + "#x")) {
            assertThatThrownBy(() -> nameOf(unusable)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void ignores_file_that_is_too_large() throws IOException {
        byte[] large = ByteBuffer.allocate(24 * 1024 * 1024 + 1)
                .put(Files.readAllBytes(chinese()))
                .array();
        Path file = Files.write(folder.resolve("large.ttf"), large);

        assertThatThrownBy(() -> nameOf(file + "")).isInstanceOf(ProblemException.class);
    }

    @Test
    void names_the_setting_if_no_font_is_found() {
        assertThatThrownBy(() -> nameOf("/missing.ttf")).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("CHINESE_FONT_MISSING");
            assertThat(refusal.isOutage()).isTrue();
            assertThat(refusal.detail()).contains("The server has no Chinese font", "zizhi.letter.paper.chinese-fonts");
        });
    }

    private static String nameOf(String... files) throws IOException {
        try (TrueTypeFont font = new ChineseFont(() -> List.of(files)).open()) {
            return font.getName();
        }
    }

    private static Path chinese() {
        return InstalledFont.files().stream()
                .filter(file -> file.endsWith(".ttf"))
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Install a Chinese font: apt-get install fonts-droid-fallback"));
    }

    private static byte[] latin() throws IOException {
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource))) {
            return font.readAllBytes();
        }
    }

    /** Concatenates two fonts; the offsets of their tables count from the start of the collection. */
    private static byte[] collection(byte[] first, byte[] second) {
        int header = 20;
        ByteBuffer all = ByteBuffer.allocate(header + first.length + second.length);
        all.put("ttcf".getBytes(StandardCharsets.US_ASCII)).putInt(0x00010000).putInt(2);
        all.putInt(header).putInt(header + first.length);
        all.put(shifted(first, header)).put(shifted(second, header + first.length));
        return all.array();
    }

    private static byte[] shifted(byte[] font, int by) {
        ByteBuffer shifted = ByteBuffer.wrap(font.clone());
        for (int table = 0; table < shifted.getShort(TABLES); table++) {
            int offset = FIRST_TABLE + table * TABLE_ENTRY + OFFSET_IN_ENTRY;
            shifted.putInt(offset, shifted.getInt(offset) + by);
        }
        return shifted.array();
    }
}
