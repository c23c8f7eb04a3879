package io.zizhi.document.viewing.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zizhi.bench.specimen.Degradation;
import io.zizhi.bench.specimen.FontSet;
import io.zizhi.bench.specimen.SpecimenKind;
import io.zizhi.bench.specimen.SpecimenSet;
import io.zizhi.bench.specimen.SpecimenSet.Plan;
import io.zizhi.bench.specimen.Typeface;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.viewing.pages.RenderedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The page in {@code docs/images}. It shows a specimen, and nobody real. To renew it, run this test and copy
 * {@code document-service/target/page-with-watermark.png} to {@code docs/images}.
 */
class WatermarkedSpecimenTest {

    private static final Path SHOWN = Path.of("../docs/images/page-with-watermark.png");
    private static final Path RENEWED = Path.of("target/page-with-watermark.png");
    private static final long LARGEST = 300_000;
    private static final Mark MARK = new Mark(0x7F3A_91BC_02DEL);

    @Test
    void page_in_the_documentation_has_a_legible_mark() throws IOException {
        assertThat(Files.size(SHOWN)).isLessThan(LARGEST);
        assertThat(MarkReader.read(Copies.jpeg(Copies.quarter(ImageIO.read(SHOWN.toFile()), new Random(1)), 0.4f)))
                .contains(MARK);
    }

    @Test
    void draws_the_page() throws IOException {
        List<Typeface> fonts = Arrays.stream(FontSet.values())
                .map(set -> set.installed(Path.of("/")))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        assumeThat(fonts).as("a Chinese font").isNotEmpty();
        byte[] jpeg = new SpecimenSet(7, fonts)
                .draw(new Plan(SpecimenKind.ID_PORTRAIT, Degradation.CLEAN, 0))
                .jpeg();
        Watermark watermark =
                new Watermark(MARK, List.of("reviewer-a", "WO 20000001", "2026-11-29 15:30:12", MARK.toString()));
        byte[] page = RenderedBytes.of(FileFormat.JPEG, jpeg, 620, watermark);
        Files.write(RENEWED, page);
        assertThat(page.length).isLessThan((int) LARGEST);
    }
}
