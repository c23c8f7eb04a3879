package io.zizhi.qualification.filing.letterpaper;

import io.quarkus.runtime.Startup;
import io.zizhi.platform.http.problem.Problems;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jboss.logging.Logger;

/**
 * The Chinese font of this machine: the first usable file of {@link LetterPaperConfig#chineseFonts}. It is read once,
 * at start-up. Without one the service starts, but prints no letters.
 */
@Startup
@Singleton
class ChineseFont {

    private static final Logger LOG = Logger.getLogger(ChineseFont.class);
    private static final String ADVICE = "Install one, for example Droid Sans Fallback (Debian: fonts-droid-fallback),"
            + " or list its file in zizhi.letter.paper.chinese-fonts, then restart the service.";
    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);
    private static final String SAMPLE = "短信签名授权委托书，。";
    private static final char INDEX = '#';

    private final Optional<FontFile> file;

    ChineseFont(LetterPaperConfig config) {
        file = config.chineseFonts().stream()
                .map(ChineseFont::usable)
                .flatMap(Optional::stream)
                .findFirst();
        if (file.isEmpty()) {
            LOG.warnf("No Chinese font found, so letters cannot be printed. %s", ADVICE);
        }
    }

    /** Parses the font; the caller closes it. Fails with 503 if this machine has none. */
    TrueTypeFont open() throws IOException {
        return file.orElseThrow(() -> Problems.unavailable(
                        "CHINESE_FONT_MISSING", "The server has no Chinese font. " + ADVICE, RETRY_AFTER))
                .parse();
    }

    private static Optional<FontFile> usable(String setting) {
        int end = setting.lastIndexOf(INDEX);
        Path path = Path.of(end < 0 ? setting : setting.substring(0, end));
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            FontFile found = FontFile.read(path, end < 0 ? 0 : Integer.parseInt(setting.substring(end + 1)));
            requireEmbeddable(found);
            LOG.infof("Chinese font of letters: %s", setting);
            return Optional.of(found);
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("The font %s cannot be used for letters: %s", setting, failure);
            return Optional.empty();
        }
    }

    private static void requireEmbeddable(FontFile file) throws IOException {
        try (PDDocument document = new PDDocument();
                TrueTypeFont font = file.parse()) {
            // fails if the font forbids embedding or has PostScript outlines
            PDType0Font.load(document, font, true).encode(SAMPLE);
        }
    }
}
