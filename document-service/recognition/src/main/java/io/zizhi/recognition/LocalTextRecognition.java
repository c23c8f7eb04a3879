package io.zizhi.recognition;

import io.zizhi.recognition.form.FormReader;
import io.zizhi.recognition.form.Page;
import io.zizhi.recognition.ocr.Dictionary;
import io.zizhi.recognition.ocr.OcrEngine;
import io.zizhi.recognition.ocr.ReadPicture;
import io.zizhi.recognition.picture.PictureFacts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Recognition in this process. One picture at a time. */
public final class LocalTextRecognition implements TextRecognition, AutoCloseable {

    /** Decoding needs up to 8 bytes of memory for each pixel. */
    private static final long MOST_PIXELS = 25_000_000;

    private final OcrEngine engine;

    /** @param threads maximum number of threads that compute one picture */
    public LocalTextRecognition(int threads) {
        engine = new OcrEngine(threads);
    }

    /** Returns the characters that the engine can recognise. */
    public Dictionary dictionary() {
        return engine.dictionary();
    }

    @Override
    public Recognition recognize(DocumentForm form, byte[] picture) {
        BufferedImage decoded = decode(picture);
        ReadPicture text = engine.read(decoded);
        DocumentForm shown = ShownForm.of(form, text.words());
        List<RecognizedField> fields = FormReader.of(shown).read(new Page(text));
        PictureFacts facts = PictureFacts.of(decoded, text.quarters());
        return new Recognition(shown, fields, text.confidence(), Hints.of(shown, text, fields, facts), facts);
    }

    private static BufferedImage decode(byte[] bytes) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UndecodablePictureException("Not a picture in a known format", null);
            }
            return decode(readers.next(), in);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new UndecodablePictureException("The picture is damaged", broken);
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new UndecodablePictureException(
                        "The picture has " + pixels + " pixels; the maximum is " + MOST_PIXELS, null);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
