package io.zizhi.document.viewing.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.viewing.pages.PageException.Cause;
import io.zizhi.document.viewing.watermark.Copies;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.document.viewing.watermark.MarkReader;
import io.zizhi.document.viewing.watermark.Watermark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Mark MARK = new Mark(0x7F3A_91BC_02DEL);

    private static final Watermark WATERMARK =
            new Watermark(MARK, List.of("reviewer-a", "WO 20000001", "2026-11-29 15:30:12", MARK.toString()));

    @Test
    void shows_pictures_of_every_format() throws IOException {
        for (FileFormat format : List.of(FileFormat.JPEG, FileFormat.PNG, FileFormat.GIF)) {
            RenderedPage page = PageProgram.render(
                    new PageJob(format, 1, 300, null),
                    SampleFiles.image(format == FileFormat.JPEG ? "jpeg" : format.extension(), 600, 400));
            assertThat(page.pages()).isEqualTo(1);
            assertThat(size(page)).isEqualTo(new PageSize(300, 200));
            // orange, as the original
            assertThat(picture(page).getRGB(75, 100) & 0xFF).as("%s", format).isLessThan(40);
        }
    }

    @Test
    void never_enlarges_a_picture() throws IOException {
        assertThat(size(PageProgram.render(new PageJob(FileFormat.PNG, 1, 2000, null), SampleFiles.png())))
                .isEqualTo(new PageSize(600, 400));
    }

    @Test
    void shows_each_page_of_a_pdf() throws IOException {
        byte[] pdf = SamplePdfs.pages(3);
        RenderedPage first = PageProgram.render(new PageJob(FileFormat.PDF, 1, 600, null), pdf);
        RenderedPage third = PageProgram.render(new PageJob(FileFormat.PDF, 3, 600, null), pdf);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(size(first)).isEqualTo(new PageSize(600, 848));
        assertThat(third.png()).isNotEqualTo(first.png());
        assertRefused(Cause.NO_SUCH_PAGE, new PageJob(FileFormat.PDF, 4, 600, null), pdf);
        assertRefused(Cause.NO_SUCH_PAGE, new PageJob(FileFormat.PNG, 2, 600, null), SampleFiles.png());
    }

    @Test
    void watermark_of_a_pdf_page_survives_cropping_and_jpeg_40() throws IOException {
        Random random = new Random(3);
        for (int number = 1; number <= 3; number++) {
            RenderedPage page =
                    PageProgram.render(new PageJob(FileFormat.PDF, number, 1200, WATERMARK), SamplePdfs.pages(3));
            BufferedImage leaked = Copies.jpeg(Copies.quarter(picture(page), random), 0.4f);
            assertThat(MarkReader.read(leaked)).contains(MARK);
        }
    }

    @Test
    void bounds_pixels_and_bytes() throws IOException {
        assertThat(size(PageProgram.render(new PageJob(FileFormat.PDF, 1, 2000, null), SamplePdfs.sized(100, 14_000))))
                .satisfies(
                        size -> assertThat((long) size.width() * size.height()).isLessThanOrEqualTo(4_000_000));
        BufferedImage noise = new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(4);
        for (int at = 0; at < 2000 * 2000; at++) {
            noise.setRGB(at % 2000, at / 2000, random.nextInt());
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(noise, "jpeg", jpeg);
        RenderedPage page = PageProgram.render(new PageJob(FileFormat.JPEG, 1, 2000, WATERMARK), jpeg.toByteArray());
        assertThat(page.png().length).isLessThanOrEqualTo(PageSize.mostBytes(2000));
        assertThat(MarkReader.read(picture(page))).contains(MARK);
    }

    @Test
    void turns_a_photo_as_its_camera_was_held() throws IOException {
        byte[] upright = SampleFiles.image("jpeg", 600, 400);
        RenderedPage page =
                PageProgram.render(new PageJob(FileFormat.JPEG, 1, 400, null), SampleFiles.orientedJpeg(upright, 6));
        assertThat(size(page)).isEqualTo(new PageSize(400, 600));
        // the orange half was on the left, and is on top now
        assertThat(picture(page).getRGB(200, 150) & 0xFF).isLessThan(40);
        assertThat(picture(page).getRGB(200, 450) & 0xFFFFFF).isLessThan(0x202020);
    }

    @Test
    void refuses_what_it_cannot_show() {
        PageJob job = new PageJob(FileFormat.PDF, 1, 600, null);
        assertRefused(Cause.UNREADABLE, job, SamplePdfs.withPassword());
        assertThatThrownBy(() -> PageProgram.render(job, SampleFiles.pdf())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PageProgram.render(new PageJob(FileFormat.PNG, 1, 600, null), SampleFiles.pdf()))
                .isInstanceOf(IOException.class);
    }

    private static void assertRefused(Cause cause, PageJob job, byte[] file) {
        assertThatThrownBy(() -> PageProgram.render(job, file))
                .isInstanceOfSatisfying(
                        PageException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(cause));
    }

    private static PageSize size(RenderedPage page) throws IOException {
        BufferedImage picture = picture(page);
        return new PageSize(picture.getWidth(), picture.getHeight());
    }

    private static BufferedImage picture(RenderedPage page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(page.png()));
    }
}
